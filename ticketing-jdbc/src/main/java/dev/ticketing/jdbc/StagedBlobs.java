package dev.ticketing.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The contents that no row names yet, with their age: what stays here was left behind by a failure. */
final class StagedBlobs {

    private static final String STAGE = """
            INSERT INTO ticketing_blob_staged (blob_key, staged_at) VALUES (?, ?)
            """;

    private static final String TAKE = """
            DELETE FROM ticketing_blob_staged WHERE blob_key = ?
            """;

    private static final String STAGED_BEFORE = """
            SELECT blob_key FROM ticketing_blob_staged WHERE staged_at < ?
            """;

    private final Sql sql;

    StagedBlobs(Sql sql) {
        this.sql = sql;
    }

    void stage(String key, Instant at) {
        sql.later(STAGE, key, Columns.of(at));
    }

    /** Notes that rows name these contents from now on; one that lives in another store is not here. */
    void take(List<String> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (String key : keys) rows.add(new Object[] {key});
        sql.later(TAKE, rows);
    }

    /** Gives up a content that no row names; says whether it was one. */
    boolean drop(String key) {
        return sql.update(TAKE, key) == 1;
    }

    List<String> before(Instant at) {
        return sql.list(STAGED_BEFORE, row -> Columns.string(row, "blob_key"), Columns.of(at));
    }
}
