package dev.ticketing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Transactions of our own on SQLite. We say BEGIN and COMMIT ourselves, with the driver in auto-commit mode, because the driver
 * of a host's pool may be set up to begin in a way that takes the write lock too late. Thread-safe.
 */
final class SqliteTransactions implements Transactions {

    /** SQLite has no two writers at once, so only a twin in another process can be faster, and once at that. */
    private static final int ATTEMPTS = 4;

    private final Source readers;
    private final Source writers;

    /** In line here, our own writers come in turn; SQLite would let them poll. */
    private final WriteGroups groups = new WriteGroups();

    SqliteTransactions(DataSource dataSource) {
        this(dataSource, dataSource);
    }

    /** With connections of their own for those who write. */
    SqliteTransactions(DataSource readers, DataSource writers) {
        this.readers = Source.of(readers);
        this.writers = Source.of(writers);
    }

    @Override
    public <R> R read(Function<Sql, R> work) {
        return run(readers, Dialect.SQLITE.beginRead(), work);
    }

    @Override
    public <R> R readOnce(Function<Sql, R> work) {
        try (Connection connection = readers.connections().getConnection()) {
            boolean automatic = connection.getAutoCommit();
            if (!automatic) connection.setAutoCommit(true);
            try {
                return work.apply(readers.sql(connection, Sql.Sight.SNAPSHOT));
            } finally {
                if (!automatic) connection.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw SqlErrors.OWN.translated(e);
        }
    }

    @Override
    public <R> R write(Function<Sql, R> work) {
        return groups.write(this::lead, work);
    }

    /** Only who leads has a connection, so that waiting writers do not empty the pool; it is taken and given back by one thread. */
    private <R> R lead(WriteGroup group, Function<Sql, R> work) {
        return run(writers, Dialect.SQLITE.beginWrite(), sql -> group.lead(sql, work));
    }

    /** Where connections come from. */
    private record Source(DataSource connections, Jdbi jdbi) {

        static Source of(DataSource connections) {
            return new Source(connections, Statements.configured(Jdbi.create(connections)));
        }

        /** Goes past the wrappers of a pool, but never past what somebody else has put around its connections. */
        Sql sql(Connection connection, Sql.Sight sight) throws SQLException {
            Optional<KeptStatements.Keeping> keeping =
                    connections instanceof HikariDataSource ? KeptStatements.of(connection) : Optional.empty();
            return new Sql(connection, SqlErrors.OWN, Dialect.SQLITE, sight, keeping);
        }
    }

    /** How many writers wait for their turn. */
    int waiting() {
        return groups.waiting();
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    private static <R> R run(Source source, List<String> begin, Function<Sql, R> work) {
        try (Handle handle = source.jdbi().open()) {
            Connection connection = handle.getConnection();
            boolean automatic = connection.getAutoCommit();
            if (!automatic) connection.setAutoCommit(true);
            try {
                return run(source, begin, connection, work);
            } finally {
                if (!automatic) connection.setAutoCommit(false);
            }
        } catch (JdbiException | SQLException e) {
            throw SqlErrors.OWN.translated(e);
        }
    }

    // Throwable, since what a host renders may throw a checked exception behind the compiler's back
    private static <R> R run(Source source, List<String> begin, Connection connection, Function<Sql, R> work)
            throws SQLException {
        Sql sql = source.sql(connection, Sql.Sight.LATEST);
        try {
            begin.forEach(sql::control);
            R result = work.apply(sql);
            sql.finish();
            sql.control("COMMIT");
            return result;
        } catch (Throwable e) {
            rollBack(source, connection, sql, e);
            throw e;
        }
    }

    private static void rollBack(Source source, Connection connection, Sql sql, Throwable first) {
        try {
            sql.control("ROLLBACK");
        } catch (RuntimeException second) {
            // the first failure is the one to tell
            first.addSuppressed(second);
            if (!SqlErrors.isWithoutTransaction(second)) discard(source, connection, first);
        }
    }

    /** The transaction may be open still: nobody may get this connection from the pool again. */
    private static void discard(Source source, Connection connection, Throwable first) {
        try {
            // a pool would hand out a closed connection for a while, and for writers it is the only one
            if (source.connections() instanceof HikariDataSource pool) pool.evictConnection(connection);

            connection.unwrap(Connection.class).close();
        } catch (SQLException third) {
            first.addSuppressed(third);
        }
    }
}
