package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions of our own on database servers. */
class ServerTransactionsTest {

    private static final String SERVERS = "SQLITE";

    @ParameterizedTest
    @EnumSource(names = SERVERS, mode = EnumSource.Mode.EXCLUDE)
    void needsOneConnectionOnly(TestEngine engine) {
        try (TestDatabase database = engine.withTables();
                HikariDataSource pool = pool(database, true)) {
            JdbcTicketing ticketing = JdbcTicketing.builder(pool).build();
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < 40; i++)
                numbers.add(ticketing.portal(Samples.ADA).open(Samples.DRAFT).number());

            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            assertThat(ticketing.portal(Samples.ADA).counts().total()).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @EnumSource(names = SERVERS, mode = EnumSource.Mode.EXCLUDE)
    void givesTheConnectionBackAsItCame(TestEngine engine) throws Exception {
        for (boolean automatic : List.of(true, false))
            try (TestDatabase database = engine.withTables();
                    HikariDataSource pool = pool(database, automatic)) {
                JdbcTicketing ticketing = JdbcTicketing.builder(pool).build();
                List<String> before = settings(engine, pool);
                TicketId ticket =
                        ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
                ticketing.desk(Samples.GRACE).note(ticket, "Hm.");
                assertThatThrownBy(() -> ticketing.desk(Samples.GRACE).note(ticket, " "));
                ticketing.desk(Samples.GRACE).search(TicketQuery.all());

                assertThat(settings(engine, pool)).isEqualTo(before);
                try (Connection connection = pool.getConnection()) {
                    Rows.run(connection, "CREATE TABLE orders (id INTEGER)");
                    Rows.run(connection, "INSERT INTO orders VALUES (1)");
                    if (!automatic) connection.commit();
                }
            }
    }

    /** The first runs meet in the middle, so that one of them is given up by the database. */
    @ParameterizedTest
    @EnumSource(names = SERVERS, mode = EnumSource.Mode.EXCLUDE)
    void runsAgainAfterADeadlock(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables()) {
            OwnTransactions transactions = new OwnTransactions(database.dataSource());
            for (String tenant : List.of("a", "b"))
                Rows.run(
                        database.dataSource(),
                        "INSERT INTO ticketing_number (tenant, last_number) VALUES ('" + tenant + "', 0)");
            CyclicBarrier bothHaveOne = new CyclicBarrier(2);
            AtomicInteger runs = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<Integer>> writers = new ArrayList<>();
                for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a")))
                    writers.add(threads.submit(() -> transactions.write(sql -> {
                        boolean first = runs.incrementAndGet() <= 2;
                        add(sql, order.get(0));
                        if (first) await(bothHaveOne);
                        return add(sql, order.get(1));
                    })));
                for (Future<Integer> writer : writers) writer.get(60, TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }

            assertThat(runs.get()).isGreaterThan(2);
            assertThat(Rows.of(database.dataSource(), "SELECT last_number FROM ticketing_number"))
                    .containsExactly("2", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWriteWithinAWrite(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            OwnTransactions transactions = new OwnTransactions(database.dataSource());

            assertThatThrownBy(() -> transactions.write(outer -> transactions.write(inner -> inner)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = SERVERS, mode = EnumSource.Mode.EXCLUDE)
    void repeatsNoNumberOfAnotherProcess(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            List<Long> numbers = new ArrayList<>();
            for (int process = 0; process < 3; process++) {
                JdbcTicketing ticketing =
                        JdbcTicketing.builder(database.dataSource()).build();
                for (int i = 0; i < 3; i++)
                    numbers.add(
                            ticketing.portal(Samples.ADA).open(Samples.DRAFT).number());
            }

            assertThat(new HashSet<>(numbers)).hasSize(9);
        }
    }

    private static int add(Sql sql, String tenant) {
        return sql.update("UPDATE ticketing_number SET last_number = last_number + 1 WHERE tenant = ?", tenant);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(TestDatabase database, boolean automatic) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(2_000);
        config.setAutoCommit(automatic);
        return new HikariDataSource(config);
    }

    private static List<String> settings(TestEngine engine, HikariDataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            List<String> settings = new ArrayList<>();
            settings.add("" + connection.getAutoCommit());
            settings.add("" + connection.getTransactionIsolation());
            settings.add("" + connection.isReadOnly());
            settings.addAll(Rows.of(
                    connection,
                    engine.isMariaDb()
                            ? "SELECT @@autocommit, @@transaction_isolation, @@transaction_read_only"
                            : "SELECT current_setting('transaction_isolation'),"
                                    + " current_setting('transaction_read_only'),"
                                    + " current_setting('default_transaction_isolation')"));
            if (!connection.getAutoCommit()) connection.rollback();
            return settings;
        }
    }
}
