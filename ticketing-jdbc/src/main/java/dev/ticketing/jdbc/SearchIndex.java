package dev.ticketing.jdbc;

import dev.ticketing.EntryKind;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The full-text index: one row for each message and note; that of the opening holds the subject too. Rows are numbered by
 * ticket and sequence number, so the newest opened tickets come first and the hits of one ticket are neighbours.
 */
final class SearchIndex {

    /** How many entries a ticket has room for in the index. */
    static final long ENTRIES = 1L << 20;

    private static final String INDEX_ENTRY = """
            INSERT OR REPLACE INTO ticketing_search (rowid, scope, public_words, internal_words) VALUES (?, ?, ?, ?)
            """;

    private final Sql sql;

    SearchIndex(Sql sql) {
        this.sql = sql;
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
