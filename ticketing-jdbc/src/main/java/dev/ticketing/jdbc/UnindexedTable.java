package dev.ticketing.jdbc;

import java.util.List;

/**
 * The rows of messages and notes that SQLite's full-text index does not have yet, or has as they were before an edit. A write
 * leaves its words here, which costs it a row instead of a segment of the index; searches look through the few that there are.
 * Whoever finds the table full, or writes a long text, has the index take them all: nothing depends on background work.
 */
final class UnindexedTable {

    /** How many rows there may be, and what a search may have to look through. */
    static final int MOST = 256;

    /** In characters of words: longer texts would make searches look through much. */
    private static final int LONG = 4_096;

    private static final String LEAVE_UNINDEXED = """
            INSERT OR REPLACE INTO ticketing_unindexed (entry_key, scope, is_public, words) VALUES (?, ?, ?, ?)
            """;

    private static final String HOW_MANY_UNINDEXED = """
            SELECT count(*) FROM ticketing_unindexed
            """;

    /** In the order of the index's own keys, which it takes as one segment. */
    private static final String INDEX_ALL = """
            INSERT OR REPLACE INTO ticketing_search (rowid, scope, public_words, internal_words)
            SELECT entry_key, scope, CASE is_public WHEN 1 THEN words ELSE '' END,
                   CASE is_public WHEN 1 THEN '' ELSE words END
            FROM ticketing_unindexed ORDER BY entry_key
            """;

    private static final String FORGET_ALL = """
            DELETE FROM ticketing_unindexed
            """;

    private final Sql sql;

    UnindexedTable(Sql sql) {
        this.sql = sql;
    }

    /** An entry's list of words, by its key in the index. */
    record Unindexed(long key, String scope, boolean isPublic, String words) {

        static Unindexed of(long key, String scope, IndexedEntry entry) {
            return new Unindexed(key, scope, entry.isPublic(), entry.listed());
        }

        private Object[] row() {
            return new Object[] {key, scope, isPublic ? 1L : 0L, words};
        }
    }

    void leave(List<Unindexed> entries) {
        if (entries.isEmpty()) return;
        sql.batch(LEAVE_UNINDEXED, entries.stream().map(Unindexed::row).toList());
        if (entries.stream().anyMatch(entry -> entry.words().length() > LONG) || isFull()) index();
    }

    /** Has the index take all that there is; undone with the transaction, like everything else. */
    void index() {
        sql.update(INDEX_ALL);
        sql.update(FORGET_ALL);
    }

    private boolean isFull() {
        return sql.first(HOW_MANY_UNINDEXED, row -> row.getLong(1)).orElse(0L) >= MOST;
    }
}
