package dev.ticketing;

import java.util.Optional;

/**
 * Who asked, as known when the ticket was opened. Immutable.
 *
 * @param id the host's id of the person
 * @param account the account that owns the ticket
 * @param name the name, if one was known
 * @param email the address, if one was known
 */
public record Contact(RequesterId id, AccountId account, Optional<String> name, Optional<String> email) {}
