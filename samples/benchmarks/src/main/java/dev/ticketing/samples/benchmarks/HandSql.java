package dev.ticketing.samples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements on one connection. Not thread-safe. */
final class HandSql {

    private final Connection connection;
    private final @Nullable Map<String, PreparedStatement> kept;

    private HandSql(Connection connection, @Nullable Map<String, PreparedStatement> kept) {
        this.connection = connection;
        this.kept = kept;
    }

    /** For drivers that keep prepared statements by themselves. */
    static HandSql over(Connection connection) {
        return new HandSql(connection, null);
    }

    /** For drivers that do not, as SQLite's: every statement is prepared once and stays open as long as the connection. */
    static HandSql keeping(Connection connection) {
        return new HandSql(connection, new HashMap<>());
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        try {
            bind(statement, values);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) all.add(row.read(rows));
            }
            return all;
        } finally {
            done(statement);
        }
    }

    /** Inserts a row; the statement ends with {@code RETURNING} of its key. */
    long insert(String sql, @Nullable Object... values) throws SQLException {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    void run(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        try {
            bind(statement, values);
            statement.execute();
        } finally {
            done(statement);
        }
    }

    void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) return;
        PreparedStatement statement = prepared(sql);
        try {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } finally {
            done(statement);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        if (kept == null) return connection.prepareStatement(sql);
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    private void done(PreparedStatement statement) throws SQLException {
        if (kept == null) statement.close();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof String text) statement.setString(i + 1, text);
            else if (value instanceof Long number) statement.setLong(i + 1, number);
            else statement.setObject(i + 1, value);
        }
    }
}
