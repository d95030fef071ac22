package dev.ticketing.jdbc.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The databases that are tried, and what must be known of each to look into it. */
enum Backend {
    SQLITE(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
            // full text as pieces: the same words can be cut into other pieces
            Set.of("ticketing_search_data", "ticketing_search_idx"), Set.of()) {
        @Override
        Prepared prepare(Consumer<DataSource> fill) {
            return new SqliteCopies(fill);
        }
    };

    private final String tables;
    private final Set<String> pieces;
    private final Set<String> numberBlocks;

    Backend(String tables, Set<String> pieces, Set<String> numberBlocks) {
        this.tables = tables;
        this.pieces = pieces;
        this.numberBlocks = numberBlocks;
    }

    /** Makes a database without tables and has it filled. */
    abstract Prepared prepare(Consumer<DataSource> fill);

    /** Tables that hold the same content in another layout after the same acts. */
    Set<String> pieces() {
        return pieces;
    }

    /** Tables that a rollback need not put back. */
    Set<String> numberBlocks() {
        return numberBlocks;
    }

    List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(tables)) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }

    static Backend of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> SQLITE;
            default -> throw new IllegalArgumentException(product);
        };
    }

    /** Says whether something was begun on the connection that is neither committed nor rolled back. */
    static boolean isInTransaction(Connection connection) throws SQLException {
        return switch (of(connection)) {
            case SQLITE -> !begins(connection);
        };
    }

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
