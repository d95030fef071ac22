package dev.ticketing.http;

import dev.ticketing.Page;
import java.util.Optional;

/**
 * The {@code cursor} of one list as one caller sees it under some filters.
 *
 * @param cursors reads and writes them
 * @param binding caller, list and filters
 */
record CursorParameter(Cursors cursors, String binding) {

    static CursorParameter of(Exchange exchange, String filters) {
        String binding =
                CallerKey.of(exchange.caller()) + " " + exchange.route().name() + " " + filters;
        return new CursorParameter(exchange.options().cursors(), binding);
    }

    /** Reads the parameter; one that is not ours, or belongs to another caller or other filters, is a fault. */
    Optional<Page.Cursor> read(QueryString query, Faults faults) {
        Optional<String> given = query.value("cursor", faults);
        if (given.isEmpty()) return Optional.empty();
        Optional<Page.Cursor> place = cursors.read(given.get(), binding);
        if (place.isEmpty()) faults.invalid("/cursor", "must be the nextCursor of a page with the same filters");
        return place;
    }

    Optional<String> write(Optional<Page.Cursor> place) {
        return place.map(next -> cursors.write(next, binding));
    }
}
