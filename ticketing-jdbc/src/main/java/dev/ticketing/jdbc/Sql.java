package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Every statement of this module passes here, so that a hot one can be tuned in one place
 * and no raw exception gets past it. Values are null, {@link String}, {@link Long}, {@link Integer} or {@code byte[]}.
 */
final class Sql {

    private final Connection connection;
    private final SqlErrors errors;
    private final Dialect dialect;
    private final Sight sight;

    Sql(Handle handle, SqlErrors errors, Dialect dialect, Sight sight) {
        this.connection = handle.getConnection();
        this.errors = errors;
        this.dialect = dialect;
        this.sight = sight;
    }

    /** What a statement of the transaction sees. */
    enum Sight {
        /** All that is committed when the statement begins, so that rows can be locked and then read as they are. */
        LATEST,
        /** What was committed when the transaction began: what changed since cannot be locked, or is seen by locking only. */
        SNAPSHOT
    }

    Dialect dialect() {
        return dialect;
    }

    Sight sight() {
        return sight;
    }

    /** Whether the transaction is the host's. */
    boolean isJoined() {
        return errors == SqlErrors.JOINED;
    }

    /** Makes a value of the row that the result set stands on. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) list.add(row.read(rows));
            return list;
        } catch (SQLException e) {
            throw errors.translated(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Reads rows one by one, until one says that it is enough; the database works no further than that. */
    <T> void readWhile(Predicate<T> goesOn, String sql, Row<T> row, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            boolean more = true;
            while (more && rows.next()) more = goesOn.test(row.read(rows));
        } catch (SQLException e) {
            throw errors.translated(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw errors.translated(e);
        }
    }

    /** Runs a statement once for each row of values. */
    int[] batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) return new int[0];
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw errors.translated(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, values);
            return statement;
        } catch (SQLException e) {
            try {
                statement.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    }
}
