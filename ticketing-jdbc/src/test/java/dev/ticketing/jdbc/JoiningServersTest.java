package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.Ticketing;
import dev.ticketing.error.ContentionException;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work inside the host's transaction on database servers. */
class JoiningServersTest {

    private static final List<Integer> LEVELS =
            List.of(Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ);

    /** Waiting would be for ever here, since one thread holds both transactions. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void keepsNoOtherHostWaitingForACounterOrANumber(TestEngine engine) throws Exception {
        for (int level : LEVELS)
            // a new one: in one that was emptied, MariaDB may still lock the places of rows that had the same numbers
            try (TestDatabase database = engine.empty();
                    Connection one = connection(database, level);
                    Connection other = connection(database, level)) {
                JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                        .schema(Schema.MIGRATE)
                        .build();
                for (int round = 0; round < 3; round++) {
                    open(ticketing.joining(one));
                    open(ticketing.joining(other));
                    open(ticketing);
                    other.rollback();
                    open(ticketing.joining(other));
                    one.commit();
                    other.commit();
                }

                assertThat(ticketing.desk(Samples.GRACE).counts().total()).isEqualTo(9);
                assertThat(ticketing
                                .desk(Samples.GRACE)
                                .search(TicketQuery.all())
                                .items())
                        .hasSize(9);
                ticketing.sweep();
                assertThat(ticketing.desk(Samples.GRACE).counts().total()).isEqualTo(9);
                assertThat(Rows.of(database.dataSource(), "SELECT count(*) FROM ticketing_count")
                                .get(0))
                        .as("stripes")
                        .satisfies(
                                stripes -> assertThat(Integer.parseInt(stripes)).isLessThanOrEqualTo(8));
            }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void makesFewStripesOfThousandsWhenItSweeps(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables()) {
            JdbcTicketing ticketing =
                    JdbcTicketing.builder(database.dataSource()).build();
            open(ticketing);
            // what hosts leave behind that join from snapshots only, one row each
            Rows.run(database.dataSource(), """
                    INSERT INTO ticketing_count (tenant, scope_kind, scope, status, priority, category, stripe, tickets)
                    WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 50)
                    SELECT tenant, scope_kind, scope, status, priority, category, %d + 50 * a.i + b.i, 1
                    FROM ticketing_count, n a, n b WHERE scope_kind = 'account'
                    """.formatted(Stripes.OF_HOSTS));

            ticketing.sweep();

            assertThat(Rows.of(
                            database.dataSource(),
                            "SELECT count(*), sum(tickets) FROM ticketing_count WHERE scope_kind = 'account'"))
                    // our own and one of hosts
                    .containsExactly("2 2501");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void tellsTheHostToRunItsTransactionAgainWhenItsSnapshotIsOld(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = connection(database, Connection.TRANSACTION_REPEATABLE_READ)) {
            JdbcTicketing ticketing =
                    JdbcTicketing.builder(database.dataSource()).build();
            TicketId ticket = open(ticketing);
            Ticketing joined = ticketing.joining(connection);
            joined.portal(Samples.ADA).get(ticket); // the host's snapshot begins here
            ticketing.desk(Samples.GRACE).note(ticket, "faster");

            assertThatThrownBy(() -> joined.desk(Samples.GRACE).note(ticket, "slower"))
                    .isInstanceOf(ContentionException.class)
                    .hasMessageContaining("Roll back your transaction and run it again.");
            connection.rollback();
            joined.desk(Samples.GRACE).note(ticket, "slower");
            connection.commit();
            assertThat(ticketing.desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void seesTheLatestWhenTheHostsStatementsDo(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = connection(database, Connection.TRANSACTION_READ_COMMITTED)) {
            JdbcTicketing ticketing =
                    JdbcTicketing.builder(database.dataSource()).build();
            TicketId ticket = open(ticketing);
            Ticketing joined = ticketing.joining(connection);
            joined.portal(Samples.ADA).get(ticket);
            ticketing.desk(Samples.GRACE).note(ticket, "faster");
            joined.desk(Samples.GRACE).note(ticket, "slower");
            connection.commit();

            assertThat(ticketing.desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(2);
        }
    }

    /** On MariaDB the savepoint is gone with the transaction; that must not hide what happened. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void saysThatADeadlockWasContention(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection one = connection(database, Connection.TRANSACTION_READ_COMMITTED);
                Connection other = connection(database, Connection.TRANSACTION_READ_COMMITTED)) {
            JdbcTicketing ticketing =
                    JdbcTicketing.builder(database.dataSource()).build();
            TicketId first = open(ticketing);
            TicketId second = open(ticketing);
            Ticketing left = ticketing.joining(one);
            Ticketing right = ticketing.joining(other);
            left.desk(Samples.GRACE).note(first, "left");
            right.desk(Samples.GRACE).note(second, "right");
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                Future<Throwable> waiting = thread.submit(() -> noting(left, second, one));
                Throwable met = noting(right, first, other);
                Throwable waited = waiting.get(60, TimeUnit.SECONDS);

                assertThat(met == null ? waited : met)
                        .isInstanceOf(ContentionException.class)
                        .hasMessageContaining("Roll back your transaction and run it again.")
                        .hasCauseInstanceOf(SQLException.class);
            } finally {
                thread.shutdownNow();
            }
        }
    }

    /** Rolls back as the message says, which frees the locks that the other one waits for. */
    private static Throwable noting(Ticketing door, TicketId ticket, Connection connection) throws SQLException {
        Throwable met = catchThrowable(() -> door.desk(Samples.GRACE).note(ticket, "both"));
        if (met != null) connection.rollback();
        return met;
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfACommandThatFailed(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = connection(database, Connection.TRANSACTION_SERIALIZABLE)) {
            JdbcTicketing ticketing =
                    JdbcTicketing.builder(database.dataSource()).build();
            Ticketing joined = ticketing.joining(connection);
            joined.desk(Samples.GRACE).open(Samples.ADA, Samples.DRAFT.externalId("order-1"));
            Map<String, String> before = counts(connection);

            assertThatThrownBy(() -> joined.desk(Samples.GRACE).open(Samples.ADA, Samples.DRAFT.externalId("order-1")));
            assertThat(counts(connection)).isEqualTo(before);
            connection.commit();
            assertThat(ticketing.desk(Samples.GRACE).counts().total()).isEqualTo(1);
        }
    }

    private static Map<String, String> counts(Connection connection) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        for (String table : List.of("ticket", "revision", "entry", "event", "count", "search", "outcome"))
            counts.put(
                    table,
                    Rows.of(connection, "SELECT count(*) FROM ticketing_" + table)
                            .get(0));
        return counts;
    }

    private static TicketId open(Ticketing door) {
        return door.desk(Samples.GRACE).open(Samples.ADA, Samples.DRAFT).id();
    }

    private static Connection connection(TestDatabase database, int level) throws SQLException {
        Connection connection = database.unpooled().getConnection();
        // who would wait for ever fails instead
        if (database.engine() == TestEngine.POSTGRESQL) Rows.run(connection, "SET lock_timeout = '5s'");
        if (database.engine().isMariaDb()) Rows.run(connection, "SET innodb_lock_wait_timeout = 5");
        connection.setTransactionIsolation(level);
        connection.setAutoCommit(false);
        return connection;
    }
}
