package dev.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a longer list. Immutable.
 *
 * @param items what is on it
 * @param next where the next page starts; empty on the last one
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /**
     * Turns the items into others.
     *
     * @param change what to make of each
     * @param <R> the type of the new items
     * @return a page with the same place
     */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /**
     * A place in a list: after this ticket. Not signed and not bound to filters; surfaces do both.
     *
     * @param at the value that the list is ordered by
     * @param id the ticket's id, which breaks ties
     */
    public record Cursor(Instant at, TicketId id) {}
}
