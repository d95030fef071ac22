package dev.ticketing.jdbc;

import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's full-text index: one row for each message and note. Rows are numbered by ticket and sequence number, so the newest
 * opened tickets come first and the hits of one ticket are neighbours; reading ends when the page is full.
 */
final class FullTextSearch implements TicketSearch {

    /** How many entries a ticket has room for in the index. */
    private static final long ENTRIES = 1L << 20;

    /** Above the key of every ticket. */
    private static final long NO_TICKET = Long.MAX_VALUE / ENTRIES;

    /** SQLite takes the tables of a CROSS JOIN in the order in which they stand: first the index, hit by hit. */
    private static final String HITS_FROM_THE_NEWEST = """
            SELECT ticket_key, created_at AS placed_at, id
            FROM ticketing_search CROSS JOIN ticketing_ticket ON ticket_key = ticketing_search.rowid / ?
            WHERE ticketing_search MATCH ? AND ticketing_search.rowid < ? AND %s
            ORDER BY ticketing_search.rowid DESC
            """;

    private static final String INDEX_ENTRY = """
            INSERT OR REPLACE INTO ticketing_search (rowid, scope, public_words, internal_words) VALUES (?, ?, ?, ?)
            """;

    private final Sql sql;

    FullTextSearch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void write(long ticket, Change change) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (IndexedEntry entry : IndexedEntry.of(change)) rows.add(row(ticket, change.after(), entry));
        sql.batch(INDEX_ENTRY, rows);
    }

    private static @Nullable Object[] row(long ticket, TicketState state, IndexedEntry entry) {
        if (entry.seq() >= ENTRIES) throw new IllegalStateException("a ticket has room for " + ENTRIES + " entries");
        String scope = ScopeWords.tenant(state.tenant()) + " "
                + ScopeWords.account(state.tenant(), state.get(TicketField.ACCOUNT));
        String words = String.join(" ", entry.words());
        return new @Nullable Object[] {
            ticket * ENTRIES + entry.seq(), scope, entry.isPublic() ? words : "", entry.isPublic() ? "" : words
        };
    }

    @Override
    public Page<TicketState> page(Access access, TicketQuery query, String text) {
        SearchTerms terms = SearchTerms.parse(text);
        if (terms.wanted().isEmpty()) return new Page<>(List.of(), Optional.empty());
        long before = query.after()
                .map(place ->
                        new TicketTable(sql).keyOf(access.tenant(), place.id()).orElse(0L))
                .orElse(NO_TICKET);
        Where where = TicketFilters.visible(access).and(TicketFilters.wanted(query));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(ENTRIES);
        values.add(MatchExpression.of(access, terms));
        values.add(before * ENTRIES);
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
