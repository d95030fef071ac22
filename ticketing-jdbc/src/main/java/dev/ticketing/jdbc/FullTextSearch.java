package dev.ticketing.jdbc;

import dev.ticketing.Audience;
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

/**
 * SQLite's full-text index: one row for each message and note. Rows are numbered by ticket and sequence number, so the newest
 * opened tickets come first and the hits of one ticket are neighbours; reading ends when the page is full. What was written last
 * is not in the index yet but in {@link UnindexedTable}, with the same numbers, and a search merges the two.
 */
final class FullTextSearch implements TicketSearch {

    /** How many entries a ticket has room for in the index. */
    static final long ENTRIES = 1L << 20;

    /** Above the key of every ticket. */
    private static final long NO_TICKET = Long.MAX_VALUE / ENTRIES;

    /**
     * SQLite takes the tables of a CROSS JOIN in the order in which they stand: first the words, hit by hit. What the index has
     * of an entry that is also unindexed was edited since.
     */
    private static final String HITS_FROM_THE_NEWEST = """
            SELECT ticket_key, created_at AS placed_at, id, ticketing_search.rowid AS entry_key
            FROM ticketing_search CROSS JOIN ticketing_ticket ON ticket_key = ticketing_search.rowid / ?
            WHERE ticketing_search MATCH
                    CASE WHEN EXISTS (SELECT 1 FROM ticketing_number WHERE tenant < ?)
                        OR EXISTS (SELECT 1 FROM ticketing_number WHERE tenant > ?) THEN ? ELSE ? END
                AND ticketing_search.rowid < ?
                AND NOT EXISTS (SELECT 1 FROM ticketing_unindexed WHERE entry_key = ticketing_search.rowid) AND (FILTERS)
            UNION ALL
            SELECT ticket_key, created_at AS placed_at, id, entry_key
            FROM ticketing_unindexed CROSS JOIN ticketing_ticket ON ticket_key = entry_key / ?
            WHERE entry_key < ? AND (WORDS) AND (FILTERS)
            ORDER BY entry_key DESC
            """;

    private final Sql sql;

    FullTextSearch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void write(TicketKey ticket, Change change) {
        TicketState after = change.after();
        String scope = ScopeWords.tenant(after.tenant()) + " "
                + ScopeWords.account(after.tenant(), after.get(TicketField.ACCOUNT));
        new UnindexedTable(sql)
                .leave(IndexedEntry.of(change).stream()
                        .map(entry -> UnindexedTable.Unindexed.of(key(ticket.value(), entry), scope, entry))
                        .toList());
    }

    private static long key(long ticket, IndexedEntry entry) {
        if (entry.seq() >= ENTRIES) throw new IllegalStateException("a ticket has room for " + ENTRIES + " entries");
        return ticket * ENTRIES + entry.seq();
    }

    @Override
    public Page<TicketState> page(Access access, TicketQuery query, String text) {
        SearchTerms terms = SearchTerms.parse(text);
        if (terms.wanted().isEmpty()) return new Page<>(List.of(), Optional.empty());
        long before = query.after()
                .map(place ->
                        new TicketTable(sql).keyOf(access.tenant(), place.id()).orElse(0L))
                .orElse(NO_TICKET);
        Where filters = TicketFilters.visible(access).and(TicketFilters.wanted(query));
        Where words = WordScan.of(terms);
        if (access.audience() == Audience.PORTAL) words.and("is_public = 1");
        List<Object> values = new ArrayList<>(List.of(ENTRIES));
        values.addAll(List.of(access.tenant().value(), access.tenant().value()));
        values.addAll(List.of(MatchExpression.of(access, terms), MatchExpression.ofOnlyTenant(access, terms)));
        values.add(before * ENTRIES);
        values.addAll(Arrays.asList(filters.values()));
        values.addAll(List.of(ENTRIES, before * ENTRIES));
        values.addAll(Arrays.asList(words.values()));
        values.addAll(Arrays.asList(filters.values()));
        String hits = HITS_FROM_THE_NEWEST.replace("(WORDS)", words.sql()).replace("(FILTERS)", filters.sql());
        List<TicketList.Spot> spots = spots(hits, values, query.skip() + query.limit() + 1);
        return TicketList.page(sql, spots.subList(Math.min(query.skip(), spots.size()), spots.size()), query.limit());
    }

    /** Several hits of one ticket are neighbours. */
    private List<TicketList.Spot> spots(String hits, List<Object> values, int most) {
        List<TicketList.Spot> spots = new ArrayList<>();
        sql.readWhile(
                spot -> {
                    if (spots.isEmpty() || !spot.equals(spots.get(spots.size() - 1))) spots.add(spot);
                    return spots.size() < most;
                },
                hits,
                TicketList.Spot::of,
                values.toArray());
        return spots;
    }
}
