/**
 * The words of a support desk and the front door to it.
 *
 * <p>Start at {@link dev.ticketing.Ticketing}: it hands out a {@link dev.ticketing.Portal} for a requester and a
 * {@link dev.ticketing.Desk} for staff. What the portal returns cannot carry staff-only data, because its types have no
 * place for it.
 *
 * <p>The canonical constructors of the records that a read returns belong to the engine; hosts read them and must not
 * depend on the number of their components.
 *
 * <p>Room rules: this package knows {@code dev.ticketing.error} and {@code dev.ticketing.spi}; it never knows SQL, JSON,
 * servlets or state shared between two instances.
 */
@NullMarked
package dev.ticketing;

import org.jspecify.annotations.NullMarked;
