package dev.ticketing.spi;

import java.util.Optional;

/**
 * A text to be kept in a row of its own, so that it can be erased without touching an event.
 *
 * @param text its number within the ticket, and the words
 * @param author the name of who wrote the entry that it belongs to, if it belongs to one and a name is known
 */
public record Revision(Text text, Optional<String> author) {}
