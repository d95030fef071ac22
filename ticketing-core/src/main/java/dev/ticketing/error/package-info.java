/**
 * What can go wrong, as one sealed family: start at {@link dev.ticketing.error.TicketingException}.
 *
 * <p>Messages say what, which, why and what would work; text that people wrote, file names and SQL never stand in them.
 * Room rules: this package knows nothing but the JDK, so that every room may throw its exceptions.
 */
@NullMarked
package dev.ticketing.error;

import org.jspecify.annotations.NullMarked;
