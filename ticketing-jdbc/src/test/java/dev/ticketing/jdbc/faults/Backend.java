package dev.ticketing.jdbc.faults;

import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The databases that are tried, and what must be known of each to look into it. */
enum Backend {
    SQLITE("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"),
    POSTGRESQL("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
    MARIADB("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
            + " AND table_type = 'BASE TABLE'");

    /** Full text in SQLite, as pieces: the same words can be cut into other pieces. */
    private static final Set<String> PIECES = Set.of("ticketing_search_data", "ticketing_search_idx");

    private final String tables;

    Backend(String tables) {
        this.tables = tables;
    }

    /** Makes a database without tables and has it filled. */
    Prepared prepare(Consumer<DataSource> fill) {
        return switch (this) {
            case SQLITE -> new SqliteCopies(fill);
            case POSTGRESQL -> new ServerCopies(TestEngine.POSTGRESQL, fill);
            case MARIADB -> new ServerCopies(TestEngine.MARIADB, fill);
        };
    }

    /** Tables that hold the same content in another layout after the same acts. */
    Set<String> pieces() {
        return this == SQLITE ? PIECES : Set.of();
    }

    /** Tables that a rollback need not put back: numbers may skip, where others may not wait for them. */
    Set<String> numberBlocks() {
        return this == SQLITE ? Set.of() : Set.of("ticketing_number");
    }

    List<String> tables(Connection connection) throws SQLException {
        return column(connection, tables);
    }

    static Backend of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            default -> throw new IllegalArgumentException(product);
        };
    }

    /** Says whether something was begun on the connection that is neither committed nor rolled back. */
    static boolean isInTransaction(Connection connection) throws SQLException {
        return switch (of(connection)) {
            case SQLITE -> !begins(connection);
            case POSTGRESQL -> connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
            case MARIADB -> column(connection, "SELECT @@in_transaction").equals(List.of("1"));
        };
    }

    private static List<String> column(Connection connection, String question) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) values.add(row.getString(1));
        }
        return values;
    }

    /** SQLite begins nothing inside what was begun. */
    private static boolean begins(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
