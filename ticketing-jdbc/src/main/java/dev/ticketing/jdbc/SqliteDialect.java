package dev.ticketing.jdbc;

/** The words that only SQLite understands; everything else is meant for PostgreSQL and MariaDB too. */
final class SqliteDialect {

    /** Takes the write lock at once: a transaction that reads first and then writes could only fail late. */
    static final String BEGIN_WRITE = "BEGIN IMMEDIATE";

    /** In WAL mode, what the first statement sees is what all see. */
    static final String BEGIN_READ = "BEGIN DEFERRED";

    static final String COMMIT = "COMMIT";

    static final String ROLLBACK = "ROLLBACK";

    static final String NEXT_NUMBER_OF_TENANT = """
            INSERT INTO ticketing_number (tenant, last_number) VALUES (?, 1)
            ON CONFLICT (tenant) DO UPDATE SET last_number = last_number + 1
            RETURNING last_number
            """;

    static final String CLAIM_UNLESS_ONE_IS_NEWER = """
            INSERT INTO ticketing_critical (tenant, account, at) VALUES (?, ?, ?)
            ON CONFLICT (tenant, account) DO UPDATE SET at = excluded.at WHERE at <= ?
            """;

    static final String COUNT_TICKETS = """
            INSERT INTO ticketing_count (tenant, scope_kind, scope, status, priority, category, tickets)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, scope_kind, scope, status, priority, category)
            DO UPDATE SET tickets = tickets + excluded.tickets
            """;

    private SqliteDialect() {}
}
