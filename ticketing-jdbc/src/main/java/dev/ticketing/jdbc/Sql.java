package dev.ticketing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on one connection. Every statement of this module passes here, so that a hot one can be tuned in one place
 * and no raw exception gets past it. Values are null, {@link String}, {@link Long}, {@link Integer} or {@code byte[]}.
 */
final class Sql {

    private final Handle handle;
    private final SqlErrors errors;
    private final Dialect dialect;
    private final Sight sight;

    Sql(Handle handle, SqlErrors errors, Dialect dialect, Sight sight) {
        this.handle = handle;
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
        try {
            return bound(handle.createQuery(sql), values)
                    .map((result, context) -> row.read(result))
                    .list();
        } catch (Exception e) {
            throw failed(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Reads rows one by one, until one says that it is enough; the database works no further than that. */
    <T> void readWhile(Predicate<T> goesOn, String sql, Row<T> row, @Nullable Object... values) {
        try (ResultIterator<T> rows = bound(handle.createQuery(sql), values)
                .map((result, context) -> row.read(result))
                .iterator()) {
            boolean more = true;
            while (more && rows.hasNext()) more = goesOn.test(rows.next());
        } catch (Exception e) {
            throw failed(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try {
            return bound(handle.createUpdate(sql), values).execute();
        } catch (Exception e) {
            throw failed(e);
        }
    }

    /** Runs a statement once for each row of values. */
    int[] batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) return new int[0];
        try {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (@Nullable Object[] values : rows) bound(batch, values).add();
            return batch.execute();
        } catch (Exception e) {
            throw failed(e);
        }
    }

    /** JDBI throws what the driver says on closing as it is, checked or not: the compiler does not know. */
    private RuntimeException failed(Exception e) {
        return e instanceof RuntimeException ours && !(e instanceof JdbiException) ? ours : errors.translated(e);
    }

    private static <S extends SqlStatement<S>> S bound(S statement, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) statement.bind(i, argument(values[i]));
        return statement;
    }

    private static Argument argument(@Nullable Object value) {
        return (position, statement, context) -> statement.setObject(position, value);
    }
}
