package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Databases on one engine's server, given back after each test. */
final class ServerDatabases implements AfterEachCallback {

    private final TestEngine engine;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    ServerDatabases(TestEngine engine) {
        this.engine = engine;
    }

    TestDatabase migrated() {
        return closing(engine.withTables());
    }

    Storage storage() {
        OwnTransactions own = new OwnTransactions(migrated().dataSource());
        return new JdbcStorage(own, own, Clock.systemUTC(), new KeptReads(Databases.KEPT_BYTES));
    }

    /** A storage within one transaction that never ends, at the level that the host chose. */
    Storage joinedStorage(int isolation) {
        TestDatabase database = migrated();
        try {
            Connection connection = closing(database.unpooled().getConnection());
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            OwnTransactions own = new OwnTransactions(database.dataSource());
            return new JdbcStorage(
                    new JoinedTransactions(connection), own, Clock.systemUTC(), new KeptReads(Databases.KEPT_BYTES));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes something after the test, the last one first. */
    <C extends AutoCloseable> C closing(C opened) {
        open.addFirst(opened);
        return opened;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        while (!open.isEmpty()) open.removeFirst().close();
    }
}
