package dev.ticketing.jdbc;

import dev.ticketing.spi.StaleTicketSignal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Runs statements on one connection. Every statement of this module passes here, so that a hot one can be tuned in one place
 * and no raw exception gets past it. Values are {@link String}, {@link Long}, {@link Integer}, {@code byte[]},
 * {@link TicketKey} or {@link Absent}.
 */
final class Sql {

    private static final String READS = "SELECT";

    private final Connection connection;
    private final SqlErrors errors;
    private final Dialect dialect;
    private final Sight sight;
    private final Optional<KeptStatements.Keeping> keeping;
    private final Script waiting;
    private int beginning;
    private boolean anySent;
    private boolean mayHaveWritten;
    private Optional<RuntimeException> failure = Optional.empty();

    Sql(Connection connection, SqlErrors errors, Dialect dialect, Sight sight) {
        this(connection, errors, dialect, sight, Optional.empty());
    }

    /** On a connection that keeps its statements. */
    Sql(
            Connection connection,
            SqlErrors errors,
            Dialect dialect,
            Sight sight,
            Optional<KeptStatements.Keeping> keeping) {
        this.connection = connection;
        this.keeping = keeping;
        this.errors = errors;
        this.dialect = dialect;
        this.sight = sight;
        this.waiting = new Script(dialect);
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

    <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (StatementUse use = answered(sql, values)) {
            ResultSet rows = use.rows();
            List<T> list = new ArrayList<>();
            while (rows.next()) list.add(row.read(rows));
            return use.end(list);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        List<T> rows = list(sql, row, values);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Reads rows one by one, until one says that it is enough; the database works no further than that. */
    <T> void readWhile(Predicate<T> goesOn, String sql, Row<T> row, Object... values) {
        try (StatementUse use = answered(sql, values)) {
            ResultSet rows = use.rows();
            boolean more = true;
            while (more && rows.next()) more = goesOn.test(row.read(rows));
            use.end(more);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    int update(String sql, Object... values) {
        requireUnbroken();
        mayHaveWritten = true;
        return run(sql, values);
    }

    /** Says where a transaction or a part of it begins, ends or is undone; also after a failure. */
    void control(String words) {
        run(words);
    }

    private int run(String sql, Object... values) {
        flush();
        try (StatementUse use = prepared(sql, values)) {
            use.statement().execute();
            return use.end(use.statement().getUpdateCount());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a statement once for each row of values. */
    int[] batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) return new int[0];
        requireUnbroken();
        flush();
        mayHaveWritten = true;
        try (StatementUse use = used(sql)) {
            for (Object[] values : rows) {
                use.bind(values);
                use.statement().addBatch();
            }
            return use.end(use.statement().executeBatch());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Runs a statement whose result nobody waits for. To a server it goes with the next one that is waited for, or with the
     * commit; what it is refused for is thrown there.
     */
    void later(String sql, Object... values) {
        if (!dialect.isServer()) {
            update(sql, values);
            return;
        }
        waiting.add(sql, values);
        if (waiting.isFull()) flush();
    }

    /** The same, once for each row of values. */
    void later(String sql, List<Object[]> rows) {
        if (!dialect.isServer()) batch(sql, rows);
        else if (InsertOfRows.canBe(sql))
            for (InsertOfRows insert : InsertOfRows.of(sql, rows)) later(insert.sql(), insert.values());
        else for (Object[] values : rows) later(sql, values);
    }

    /** The same for a statement that must find one row: if it finds none, somebody else was faster. */
    void laterOnce(String sql, Object... values) {
        if (dialect.isServer()) later(dialect.findingOne(sql), values);
        else if (update(sql, values) != 1) throw new StaleTicketSignal();
    }

    /** Sends what waits; returns when the server has done it. */
    void flush() {
        if (!waiting.isEmpty()) send(waiting.after(0));
    }

    private void send(List<String> statements) {
        anySent = true;
        try {
            waiting.run(connection, statements).close();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            waiting.clear();
        }
    }

    /** Begins a transaction, together with its first statement. */
    void begin(List<String> words) {
        words.forEach(this::later);
        beginning = words.size();
    }

    /** Ends a transaction that was begun here, together with its last statements; one in which nothing happened never was. */
    void commit() {
        if (!anySent && waiting.length() == beginning) {
            waiting.clear();
            return;
        }
        later("COMMIT");
        finish();
    }

    /** Sends what waits, unless a statement failed before and whoever ran it went on. */
    void finish() {
        requireUnbroken();
        flush();
    }

    /**
     * A server has done nothing after a failure, or undid all before it, and SQLite may have undone all and commits by itself what
     * comes next: what is left is not what was decided.
     */
    private void requireUnbroken() {
        if (failure.isPresent()) throw failure.get();
    }

    private RuntimeException failed(SQLException e) {
        RuntimeException translated = errors.translated(e);
        failure = Optional.of(translated);
        return translated;
    }

    /** Gives the same transaction to another writer on SQLite, who has done nothing in it yet. */
    Sql forAnother() {
        return new Sql(connection, errors, dialect, sight, keeping);
    }

    /** Whether nothing was done that would have to be undone. */
    boolean hasOnlyRead() {
        return !mayHaveWritten && failure.isEmpty();
    }

    /**
     * The same where a statement by itself is the same transaction: if all of it is one statement, nothing else is sent. Should that
     * fail, it is rolled back as if it had been begun, which tells whether the connection is still good.
     */
    void commitAsOne() {
        List<String> all = anySent ? List.of() : waiting.after(beginning);
        if (all.size() == 1) send(all);
        else commit();
    }

    /** Undoes a transaction that was begun here. */
    void rollBack() {
        waiting.clear();
        if (anySent) control("ROLLBACK");
    }

    /** Gives a statement that was run, with all that waited before it, and stands on its own result. */
    private StatementUse answered(String sql, Object[] values) throws SQLException {
        requireUnbroken();
        if (waiting.isEmpty() && TicketKey.areKnown(values)) return alone(sql, values);
        waiting.add(sql, values);
        anySent = true;
        try {
            return StatementUse.of(waiting.runToLast(connection));
        } finally {
            waiting.clear();
        }
    }

    private StatementUse alone(String sql, Object[] values) throws SQLException {
        anySent = true;
        mayHaveWritten |= !sql.startsWith(READS);
        StatementUse use = prepared(sql, values);
        try {
            use.statement().execute();
            return use;
        } catch (SQLException | RuntimeException e) {
            use.closeAfter(e);
            throw e;
        }
    }

    private StatementUse prepared(String sql, Object[] values) throws SQLException {
        StatementUse use = used(sql);
        try {
            use.bind(values);
            return use;
        } catch (SQLException | RuntimeException e) {
            use.closeAfter(e);
            throw e;
        }
    }

    private StatementUse used(String sql) throws SQLException {
        return keeping.isPresent()
                ? StatementUse.of(keeping.get(), sql)
                : StatementUse.of(connection.prepareStatement(sql));
    }
}
