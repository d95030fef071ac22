package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The few words in which the engines differ; everything else is one statement for all of them. */
enum Dialect {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** Finds out which engine a DataSource leads to. */
    static Dialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw SqlErrors.OWN.translated(e);
        }
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            default ->
                throw new IllegalStateException(
                        "Tickets are kept in SQLite, PostgreSQL or MariaDB; the DataSource leads" + " to " + product
                                + ". Give a DataSource of one of these, with the engine's own driver.");
        };
    }

    /** Whether the database is a process of its own, with many writers at once. */
    boolean isServer() {
        return this != SQLITE;
    }

    /** The folder of the engine's scripts beside this class. */
    String folder() {
        return Columns.of(this);
    }

    /** What a transaction of ours begins with, when it reads; all its statements see one state of the database. */
    List<String> beginRead() {
        return switch (this) {
            // in WAL mode, what the first statement sees is what all see
            case SQLITE -> List.of("BEGIN DEFERRED");
            case POSTGRESQL -> List.of("START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            // without a START of its own the level would stay for whoever has the connection next
            case MARIADB -> List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION READ ONLY");
        };
    }

    /** What a transaction of ours begins with, when it writes; on servers each statement sees what is committed by then. */
    List<String> beginWrite() {
        return switch (this) {
            // takes the write lock at once: a transaction that reads first and then writes could only fail late
            case SQLITE -> List.of("BEGIN IMMEDIATE");
            case POSTGRESQL -> List.of("START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE");
            case MARIADB -> List.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION READ WRITE");
        };
    }

    /** Asks whether a statement outside of any transaction is the same as one in a transaction of ours that writes. */
    Optional<String> isAWriteByItself() {
        return this == POSTGRESQL
                ? Optional.of("SELECT current_setting('transaction_isolation') = 'read committed'"
                        + " AND current_setting('transaction_read_only') = 'off'")
                // elsewhere a write is never one statement
                : Optional.empty();
    }

    /** Makes fewer statements of several, where each costs more than what it writes. */
    List<String> together(List<String> statements) {
        return this == POSTGRESQL ? WritesTogether.of(statements) : statements;
    }

    /** Makes one of several statements; a server runs them one after the other and stops at the first that fails. */
    String script(List<String> statements) {
        if (statements.size() == 1) return statements.get(0);
        String all = String.join(";\n", statements);
        return this == MARIADB ? "BEGIN NOT ATOMIC\nDECLARE inserted_ticket BIGINT;\n" + all + ";\nEND" : all;
    }

    /** How many results of a script stand before that of its last statement. */
    int resultsBeforeLast(int statements) {
        return this == POSTGRESQL ? statements - 1 : 0;
    }

    /** In a script: fails like a unique row that exists, unless the statement finds one row. */
    String findingOne(String sql) {
        return this == MARIADB
                ? sql.strip() + ";\nIF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062; END IF"
                : WritesTogether.findingOne(sql.strip());
    }

    /** In a script: inserts a ticket whose key is then {@link #keyOfLastInserted}. */
    String insertingTicket(String sql) {
        return this == MARIADB ? sql + ";\nSET inserted_ticket = LAST_INSERT_ID()" : sql;
    }

    /** In a script: the key of the ticket that was inserted last. */
    String keyOfLastInserted() {
        return this == MARIADB ? "inserted_ticket" : "currval('ticketing_ticket_ticket_key_seq')";
    }

    /** Ends a SELECT whose rows nobody else may change until the commit; SQLite has one writer anyway. */
    String lockingRows() {
        return isServer() ? " FOR UPDATE" : "";
    }

    /** The same, but leaves out rows that somebody else has locked, instead of waiting for them. */
    String lockingFreeRows() {
        return isServer() ? " FOR UPDATE SKIP LOCKED" : "";
    }

    /** Goes between the values of an INSERT and the assignments for the row that is there already. */
    String onConflict(String keys) {
        return this == MARIADB ? " ON DUPLICATE KEY UPDATE " : " ON CONFLICT (" + keys + ") DO UPDATE SET ";
    }

    /** In such an assignment: the value that was to be inserted. The present one is named with its table. */
    String proposed(String column) {
        return this == MARIADB ? "VALUES(" + column + ")" : "excluded." + column;
    }

    /** Demands a place after a moment and an id, newest first, in a form that the engine finds in an index. */
    Where after(String moment, Object at, Object id) {
        return this == MARIADB
                ? new Where().and(moment + " <= ? AND (" + moment + " < ? OR id < ?)", at, at, id)
                : new Where().and("(" + moment + ", id) < (?, ?)", at, id);
    }

    /** Whether a range is looked up in an index though another query computes its ends. */
    boolean findsComputedRanges() {
        return this != MARIADB;
    }

    /** Names the index of a walk to an engine that else estimates all that begin alike, which takes it longer than the walk. */
    String along(String index) {
        return this == MARIADB ? " FORCE INDEX (" + index + ")" : "";
    }

    /** Whether an index can be of some rows only. */
    boolean hasPartialIndexes() {
        return this != MARIADB;
    }

    /** Merges walks along an index, each in this order, without reading any of them further than so many rows. */
    String merged(List<String> walks, String order, int most) {
        // the servers would read all walks to their ends and sort them
        String walk = isServer() && walks.size() > 1 ? "(%s ORDER BY " + order + " LIMIT " + most + ")" : "%s";
        return walks.stream().map(walk::formatted).collect(Collectors.joining("\nUNION ALL\n")) + "\nORDER BY " + order;
    }

    /** What time the database has. */
    String epochMillis() {
        return switch (this) {
            case SQLITE -> "SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER)";
            case POSTGRESQL -> "SELECT CAST(EXTRACT(EPOCH FROM now()) * 1000 AS BIGINT)";
            case MARIADB -> "SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";
        };
    }

    /** Asks for our columns of text that are not compared by bytes; SQLite compares by bytes unless told otherwise. */
    Optional<String> columnsThatCompareLoosely() {
        return switch (this) {
            case SQLITE -> Optional.empty();
            case POSTGRESQL -> Optional.of("""
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name LIKE 'ticketing|_%' ESCAPE '|'
                        AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
                    """);
            case MARIADB -> Optional.of("""
                    SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns
                    WHERE table_schema = DATABASE() AND table_name LIKE 'ticketing|_%' ESCAPE '|'
                        AND table_name <> 'ticketing_schema_history' AND collation_name NOT LIKE '%nopad_bin'
                    """);
        };
    }
}
