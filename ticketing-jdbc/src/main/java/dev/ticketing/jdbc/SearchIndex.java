package dev.ticketing.jdbc;

import dev.ticketing.EntryKind;
import dev.ticketing.Page;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The full-text index: one row for each message and note; that of the opening holds the subject too. Rows are numbered by
 * ticket and sequence number, so the newest opened tickets come first and the hits of one ticket are neighbours.
 */
final class SearchIndex {

    /** How many entries a ticket has room for in the index. */
    private static final long ENTRIES = 1L << 20;

    /** Above the key of every ticket. */
    private static final long NO_TICKET = Long.MAX_VALUE / ENTRIES;

    private static final String INDEX_ENTRY = """
            INSERT OR REPLACE INTO ticketing_search (rowid, scope, public_words, internal_words) VALUES (?, ?, ?, ?)
            """;

    /**
     * Steps from each ticket that has a hit to the next older one, however many hits a ticket has. SQLite takes the tables of a
     * CROSS JOIN in the order in which they stand, so the tickets come in the order of the steps.
     */
    private static final String TICKETS_WITH_HIT = """
            WITH RECURSIVE hit (ticket_key) AS (
                SELECT ?
                UNION ALL
                SELECT (
                    SELECT rowid / ? FROM ticketing_search
                    WHERE ticketing_search MATCH ? AND rowid < hit.ticket_key * ?
                    ORDER BY rowid DESC LIMIT 1
                )
                FROM hit WHERE hit.ticket_key IS NOT NULL
            )
            SELECT ticket_key, created_at AS placed_at, id
            FROM hit CROSS JOIN ticketing_ticket USING (ticket_key)
            WHERE hit.ticket_key < ? AND
            """;

    private final Sql sql;

    SearchIndex(Sql sql) {
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
        List<@Nullable Object> values =
                new ArrayList<>(List.of(before, ENTRIES, MatchExpression.of(access, terms), ENTRIES, before));
        values.addAll(List.of(where.values()));
        values.add(query.limit() + 1);
        values.add(query.skip());
        List<TicketList.Spot> spots =
                sql.list(TICKETS_WITH_HIT + where.sql() + " LIMIT ? OFFSET ?", TicketList.Spot::of, values.toArray());
        return TicketList.page(sql, spots, query.limit());
    }

    void write(long ticket, Change change) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (touchesOpening(change)) rows.add(row(ticket, change.after(), 1, openingWords(change), List.of()));
        Stream.concat(change.entries().stream(), change.edits().values().stream())
                .filter(entry -> entry.seq() > 1 && entry.kind() != EntryKind.SYSTEM)
                .forEach(entry -> {
                    List<String> words = Analyzer.words(entry.body().value());
                    boolean isPublic = entry.portalSeq() > 0;
                    rows.add(row(
                            ticket,
                            change.after(),
                            entry.seq(),
                            isPublic ? words : List.of(),
                            isPublic ? List.of() : words));
                });
        sql.batch(INDEX_ENTRY, rows);
    }

    private static boolean touchesOpening(Change change) {
        return change.before().isEmpty()
                || !change.before()
                        .get()
                        .find(TicketField.SUBJECT)
                        .equals(change.after().find(TicketField.SUBJECT))
                || change.edits().values().stream().anyMatch(SearchIndex::isOpening);
    }

    private static boolean isOpening(StoredEntry entry) {
        return entry.seq() == 1;
    }

    private static List<String> openingWords(Change change) {
        List<String> words = new ArrayList<>(
                Analyzer.words(change.after().get(TicketField.SUBJECT).value()));
        words.addAll(Analyzer.words(change.opening()));
        return words;
    }

    private static @Nullable Object[] row(
            long ticket, TicketState state, long seq, List<String> publicWords, List<String> internalWords) {
        if (seq >= ENTRIES) throw new IllegalStateException("a ticket has room for " + ENTRIES + " entries");
        String scope = ScopeWords.tenant(state.tenant()) + " "
                + ScopeWords.account(state.tenant(), state.get(TicketField.ACCOUNT));
        return new @Nullable Object[] {
            ticket * ENTRIES + seq, scope, String.join(" ", publicWords), String.join(" ", internalWords)
        };
    }
}
