package dev.ticketing.jdbc;

import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;

/**
 * Work inside the host's transaction. The connection is the host's: we never commit, close it, or change its settings. As
 * thread-safe as the connection: not.
 */
final class JoinedTransactions implements Transactions {

    private final Connection connection;
    private final Dialect dialect;

    JoinedTransactions(Connection connection) {
        this.connection = connection;
        requireHostTransaction();
        try {
            this.dialect = Dialect.of(connection);
        } catch (SQLException e) {
            throw SqlErrors.JOINED.translated(e);
        }
    }

    @Override
    public <R> R read(Function<Sql, R> work) {
        requireHostTransaction();
        return run(Sql.Sight.SNAPSHOT, work);
    }

    @Override
    public <R> R readOnce(Function<Sql, R> work) {
        return read(work);
    }

    /** A host that catches a refusal and commits must not store half a command: hence the savepoint. */
    @Override
    public <R> R write(Function<Sql, R> work) {
        requireHostTransaction();
        try {
            Savepoint before = connection.setSavepoint();
            try {
                R result = run(sight(), work);
                connection.releaseSavepoint(before);
                return result;
            } catch (Throwable e) {
                // what a host renders may throw a checked exception behind the compiler's back
                rollBack(before, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlErrors.JOINED.translated(e);
        }
    }

    @Override
    public int attempts() {
        return 1;
    }

    private <R> R run(Sql.Sight sight, Function<Sql, R> work) {
        Sql sql = new Sql(connection, SqlErrors.JOINED, dialect, sight);
        R result = work.apply(sql);
        sql.finish();
        return result;
    }

    /** The host chose the level; asking is all that we do about it. */
    private Sql.Sight sight() throws SQLException {
        if (!dialect.isServer()) return Sql.Sight.LATEST;
        return connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED
                ? Sql.Sight.LATEST
                : Sql.Sight.SNAPSHOT;
    }

    /** When the database gave the whole transaction up, the savepoint is gone too; the first failure is the one to tell. */
    private void rollBack(Savepoint before, Throwable first) {
        try {
            connection.rollback(before);
        } catch (SQLException second) {
            first.addSuppressed(second);
            if (first instanceof ContentionException || first instanceof StorageException) return;
            // a host that catches a mere refusal may commit, and must not commit half a command
            throw new StorageException(
                    "A command was refused, but could not be undone. Roll back your transaction.", first);
        }
        try {
            connection.releaseSavepoint(before);
        } catch (SQLException second) {
            first.addSuppressed(second);
        }
    }

    private void requireHostTransaction() {
        try {
            if (connection.getAutoCommit())
                throw new IllegalStateException(
                        "The connection is in auto-commit mode, so each statement would be committed behind your back."
                                + " Call setAutoCommit(false) before joining, and commit yourself.");
        } catch (SQLException e) {
            throw SqlErrors.JOINED.translated(e);
        }
    }
}
