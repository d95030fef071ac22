package dev.ticketing.contract;

import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists page by page. */
final class Pages {

    private static final int ENDLESS = 10_000;

    private Pages() {}

    /** Gives everything that a query finds; every page but the last must be full, and there must be a last one. */
    static <T> List<T> all(TicketQuery query, Function<TicketQuery, Page<T>> search) {
        Page<T> page = search.apply(query);
        List<T> items = new ArrayList<>(page.items());
        while (page.next().isPresent()) {
            if (page.items().size() != query.limit()) throw new AssertionError("a page is not full, but not the last");
            if (items.size() > ENDLESS) throw new AssertionError("the pages of " + query + " do not end");
            page = search.apply(query.after(page.next().get()));
            items.addAll(page.items());
        }
        return items;
    }
}
