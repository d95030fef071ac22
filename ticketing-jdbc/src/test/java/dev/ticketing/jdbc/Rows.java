package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Looks at a database from outside. */
final class Rows {

    private Rows() {}

    static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> of(DataSource database, String sql) {
        try (Connection connection = database.getConnection()) {
            return of(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each row as its values, joined by blanks. */
    static List<String> of(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) values.add(row.getString(i));
                rows.add(String.join(" ", values));
            }
            return rows;
        }
    }

    static Map<String, String> counts(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return counts(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives how many rows each table has: ours, the host's and those behind the search index. */
    static Map<String, String> counts(Connection connection) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        for (String table : of(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            counts.put(table, of(connection, "SELECT count(*) FROM " + table).get(0));
        return counts;
    }
}
