package dev.ticketing.jdbc;

import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searches tickets in the full-text index, from the newest opened on, and reads no further than the page is long. */
final class TicketSearch {

    /** Above the key of every ticket. */
    private static final long NO_TICKET = Long.MAX_VALUE / SearchIndex.ENTRIES;

    /** SQLite takes the tables of a CROSS JOIN in the order in which they stand: first the index, hit by hit. */
    private static final String HITS_FROM_THE_NEWEST = """
            SELECT ticket_key, created_at AS placed_at, id
            FROM ticketing_search CROSS JOIN ticketing_ticket ON ticket_key = ticketing_search.rowid / ?
            WHERE ticketing_search MATCH ? AND ticketing_search.rowid < ? AND %s
            ORDER BY ticketing_search.rowid DESC
            """;

    private final Sql sql;

    TicketSearch(Sql sql) {
        this.sql = sql;
    }

    Page<TicketState> page(Access access, TicketQuery query, String text) {
        SearchTerms terms = SearchTerms.parse(text);
        if (terms.wanted().isEmpty()) return new Page<>(List.of(), Optional.empty());
        long before = query.after()
                .map(place ->
                        new TicketTable(sql).keyOf(access.tenant(), place.id()).orElse(0L))
                .orElse(NO_TICKET);
        Where where = TicketFilters.visible(access).and(TicketFilters.wanted(query));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(SearchIndex.ENTRIES);
        values.add(MatchExpression.of(access, terms));
        values.add(before * SearchIndex.ENTRIES);
        values.addAll(Arrays.asList(where.values()));
        List<TicketList.Spot> spots = spots(where.sql(), values, query.skip() + query.limit() + 1);
        return TicketList.page(sql, spots.subList(Math.min(query.skip(), spots.size()), spots.size()), query.limit());
    }

    /** Several hits of one ticket are neighbours. */
    private List<TicketList.Spot> spots(String filters, List<@Nullable Object> values, int most) {
        List<TicketList.Spot> spots = new ArrayList<>();
        sql.readWhile(
                spot -> {
                    if (spots.isEmpty() || !spot.equals(spots.get(spots.size() - 1))) spots.add(spot);
                    return spots.size() < most;
                },
                HITS_FROM_THE_NEWEST.formatted(filters),
                TicketList.Spot::of,
                values.toArray());
        return spots;
    }
}
