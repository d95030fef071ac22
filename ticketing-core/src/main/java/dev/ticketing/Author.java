package dev.ticketing;

import java.util.Optional;

/**
 * Who wrote an entry, as known when it was written.
 *
 * @param id the host's id of the person or program
 * @param name the name to show, if one was known
 * @param kind what the author is
 */
public record Author(String id, Optional<String> name, AuthorKind kind) {}
