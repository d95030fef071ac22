package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of our own on a database server. Reads see one snapshot. Writes see what is committed when each statement begins,
 * and lock the ticket that they decide on, so that its writers come in turn instead of failing and trying again. The connection
 * goes back with the settings that it came with. Thread-safe.
 */
final class ServerTransactions implements Transactions {

    /** For a twin that was faster with a unique row, which the next attempt then reads. */
    private static final int ATTEMPTS = 10;

    /** For deadlocks and the like; those who met pause for different times, so that they do not meet again. */
    private static final int RUNS = 12;

    private static final long SHORTEST_PAUSE_MILLIS = 4;
    private static final int DOUBLINGS = 5;

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private volatile @Nullable Alone alone;
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    ServerTransactions(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.jdbi = Statements.configured(Jdbi.create(dataSource));
        this.dialect = dialect;
    }

    @Override
    public <R> R read(Function<Sql, R> work) {
        return insist(() -> run(dialect.beginRead(), Sql.Sight.SNAPSHOT, work));
    }

    /** In auto-commit mode a statement is a transaction; without that, or when it could see what is not committed, it gets one. */
    @Override
    public <R> R readOnce(Function<Sql, R> work) {
        return insist(() -> {
            try (Connection connection = dataSource.getConnection()) {
                if (connection.getAutoCommit() && alone(connection).seesCommittedOnly())
                    return work.apply(new Sql(connection, SqlErrors.OWN, dialect, Sql.Sight.SNAPSHOT));
            } catch (SQLException e) {
                throw SqlErrors.OWN.translated(e);
            }
            return run(dialect.beginRead(), Sql.Sight.SNAPSHOT, work);
        });
    }

    /**
     * What a statement is that stands in no transaction.
     *
     * @param seesCommittedOnly whether it may read for us
     * @param isWrite whether it is the same as a transaction of ours that writes by one statement
     */
    private record Alone(boolean seesCommittedOnly, boolean isWrite) {}

    /** Asked once, since it asks the server; the connections of a pool are configured alike. */
    private Alone alone(Connection connection) throws SQLException {
        Alone known = alone;
        if (known != null) return known;
        boolean committedOnly = connection.getTransactionIsolation() != Connection.TRANSACTION_READ_UNCOMMITTED;
        Sql sql = new Sql(connection, SqlErrors.OWN, dialect, Sql.Sight.LATEST);
        boolean write = dialect.isAWriteByItself()
                .flatMap(question -> sql.first(question, row -> row.getBoolean(1)))
                .orElse(false);
        Alone found = new Alone(committedOnly, write);
        alone = found;
        return found;
    }

    /** Inside another one it would need a second connection, and wait for locks of the first one for ever. */
    @Override
    public <R> R write(Function<Sql, R> work) {
        if (writing.get())
            throw new IllegalStateException("A write must not start inside another one; use its transaction.");
        writing.set(true);
        try {
            return insist(() -> run(dialect.beginWrite(), Sql.Sight.LATEST, work));
        } finally {
            writing.remove();
        }
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    private interface Run<R> {
        R run();
    }

    private static <R> R insist(Run<R> run) {
        for (int runs = 1; ; runs++) {
            try {
                return run.run();
            } catch (GivenUpSignal signal) {
                if (runs == RUNS) throw SqlErrors.OWN.contention(signal.refusal());
                pause(runs);
            }
        }
    }

    /** Neither a connection nor a lock is held meanwhile. */
    private static void pause(int runs) {
        long most = SHORTEST_PAUSE_MILLIS << Math.min(runs, DOUBLINGS);
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, most + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** We say how a transaction begins and ends, with the driver in auto-commit mode, so that both travel with statements. */
    private <R> R run(List<String> begin, Sql.Sight sight, Function<Sql, R> work) {
        try (Handle handle = jdbi.open()) {
            Connection connection = handle.getConnection();
            boolean automatic = connection.getAutoCommit();
            if (!automatic) connection.setAutoCommit(true);
            R result =
                    committed(connection, begin, new Sql(connection, SqlErrors.OWN, dialect, sight), work, automatic);
            if (!automatic) connection.setAutoCommit(false);
            return result;
        } catch (JdbiException | SQLException e) {
            throw SqlErrors.OWN.translated(e);
        }
    }

    // Throwable, since what a host renders may throw a checked exception behind the compiler's back
    private <R> R committed(
            Connection connection, List<String> begin, Sql sql, Function<Sql, R> work, boolean automatic)
            throws SQLException {
        try {
            boolean asOne = sql.sight() == Sql.Sight.LATEST && alone(connection).isWrite();
            sql.begin(begin);
            R result = work.apply(sql);
            if (asOne) sql.commitAsOne();
            else sql.commit();
            return result;
        } catch (Throwable e) {
            rollBack(connection, sql, automatic, e);
            throw e;
        }
    }

    /** A connection that could not roll back may have the transaction open still, so it is cut off. */
    private static void rollBack(Connection connection, Sql sql, boolean automatic, Throwable first) {
        try {
            sql.rollBack();
            if (!automatic) connection.setAutoCommit(false);
        } catch (SQLException | RuntimeException second) {
            first.addSuppressed(second);
            cutOff(connection, first);
        }
    }

    private static void cutOff(Connection connection, Throwable first) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException third) {
            first.addSuppressed(third);
        }
    }
}
