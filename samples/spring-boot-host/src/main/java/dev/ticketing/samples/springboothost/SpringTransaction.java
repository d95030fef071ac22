package dev.ticketing.samples.springboothost;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds the transaction that Spring has open on this thread. */
final class SpringTransaction {

    private SpringTransaction() {}

    // embedding: find
    /** Gives the connection of the transaction over this database, if there is one; never borrows one from the pool. */
    static Optional<Connection> on(DataSource database) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !(TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder bound))
            return Optional.empty();
        return Optional.of(bound.getConnection()).filter(SpringTransaction::hasTransaction);
    }
    // embedding: end

    /** The transaction may be another database's; Spring then has bound a connection of ours without beginning one on it. */
    private static boolean hasTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction's connection is broken", e);
        }
    }
}
