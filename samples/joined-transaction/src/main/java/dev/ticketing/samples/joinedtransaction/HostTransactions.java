package dev.ticketing.samples.joinedtransaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The transactions of a host without a framework: one for each thread, found again by whoever runs inside it. */
final class HostTransactions {

    private final DataSource database;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    HostTransactions(DataSource database) {
        this.database = database;
    }

    /** What {@code JdbcTicketing.builder(database).ambient(…)} asks before each command. */
    Optional<Connection> current() {
        return Optional.ofNullable(current.get());
    }

    /** Runs the work in one transaction; what it throws undoes it. */
    void run(Work work) throws SQLException {
        if (current.get() != null) throw new IllegalStateException("a transaction is open on this thread");
        // embedding: plain
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                work.on(connection);
                connection.commit();
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                current.remove();
            }
        }
        // embedding: end
    }

    /** Work on the transaction's connection. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }
}
