package dev.ticketing.jdbc;

import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.error.StorageException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The version of our tables, which our own table tells; knows nothing of Flyway. */
final class SchemaVersion {

    /** What this version of the module works with; the last script of every engine sets it. */
    static final long CURRENT = 2;

    private static final String VERSION_OF_TABLES = """
            SELECT version FROM ticketing_schema
            """;

    private SchemaVersion() {}

    static void require(DataSource dataSource) {
        Optional<Long> found = found(dataSource);
        if (found.isEmpty())
            throw new IllegalStateException("The database has no ticketing tables that tell their version."
                    + " Build once with Schema.MIGRATE to create them.");
        if (found.get() < CURRENT)
            throw new IllegalStateException("The ticketing tables are at version " + found.get()
                    + ", this library needs " + CURRENT + ". Build once with Schema.MIGRATE to upgrade them.");
        if (found.get() > CURRENT)
            throw new IllegalStateException("The ticketing tables are at version " + found.get()
                    + ", this library knows only " + CURRENT + ". Use the newer library that upgraded them.");
    }

    /** What the doctor says of the tables; they were there, or nobody could ask. */
    static Optional<Finding> finding(Sql sql) {
        List<Long> rows = sql.list(VERSION_OF_TABLES, row -> row.getLong("version"));
        if (rows.equals(List.of(CURRENT))) return Optional.empty();
        return Optional.of(Finding.error(
                "schema",
                "The ticketing tables tell the versions " + rows + ", this library needs " + CURRENT
                        + ". Build once with Schema.MIGRATE, or use the library that fits them."));
    }

    private static Optional<Long> found(DataSource dataSource) {
        try {
            List<Long> rows = new OwnTransactions(dataSource)
                    .read(sql -> sql.list(VERSION_OF_TABLES, row -> row.getLong("version")));
            return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
        } catch (StorageException e) {
            if (SqlErrors.isMissingTable(e)) return Optional.empty();
            throw e;
        }
    }
}
