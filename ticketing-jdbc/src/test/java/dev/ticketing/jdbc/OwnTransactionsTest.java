package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.contract.World;
import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlite.SQLiteDataSource;

/** Transactions on connections of pools, ours and hosts'. */
class OwnTransactionsTest {

    private static final String SETTINGS = "?journal_mode=WAL&synchronous=FULL&foreign_keys=ON";

    @RegisterExtension
    final Databases databases = new Databases();

    @Test
    void worksWithAPoolThatTurnsAutoCommitOff() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source(databases.file()));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(2);
        HikariDataSource pool = databases.closing(new HikariDataSource(config));

        JdbcTicketing ticketing =
                JdbcTicketing.builder(pool).schema(Schema.MIGRATE).build();
        for (int i = 0; i < 5; i++) ticketing.portal(Samples.ADA).open(Samples.DRAFT);

        assertThat(ticketing.portal(Samples.ADA).search(TicketQuery.all()).items())
                .hasSize(5);
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(Rows.of(connection, "SELECT count(*) FROM ticketing_ticket"))
                    .containsExactly("5");
        }
    }

    @Test
    void worksWithoutAPool() {
        JdbcTicketing ticketing = JdbcTicketing.builder(source(databases.file()))
                .schema(Schema.MIGRATE)
                .build();

        TicketId ticket = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();

        assertThat(ticketing.portal(Samples.ADA).get(ticket).subject()).isEqualTo("Printer on fire");
    }

    @Test
    void givesUpWhenAnotherProcessKeepsWriting() throws Exception {
        SQLiteDataSource source = source(databases.file());
        JdbcTicketing ticketing =
                JdbcTicketing.builder(source).schema(Schema.MIGRATE).build();
        TicketId ticket = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
        Connection other = databases.closing(source.getConnection());
        Rows.run(other, "BEGIN IMMEDIATE");

        assertThatThrownBy(() -> ticketing.desk(Samples.GRACE).note(ticket, "waits"))
                .isInstanceOf(ContentionException.class)
                .hasMessageContaining("Try again later.");
        assertThat(ticketing.desk(Samples.GRACE).get(ticket).noteCount()).isZero();

        Rows.run(other, "ROLLBACK");
        ticketing.desk(Samples.GRACE).note(ticket, "goes through");
        assertThat(ticketing.desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(1);
    }

    @Test
    void keepsTheConnectionOfAPoolWhenNothingWasBegun() throws Exception {
        HikariDataSource pool = databases.migrated();
        pool.getHikariConfigMXBean().setMaximumPoolSize(1);
        OwnTransactions transactions = new OwnTransactions(pool);
        Rows.run(pool, "PRAGMA busy_timeout=1");
        Connection other = databases.closing(pool.getDataSource().getConnection());
        Rows.run(other, "BEGIN IMMEDIATE");

        assertThatThrownBy(() -> transactions.write(sql -> sql.update("DELETE FROM ticketing_number")))
                .isInstanceOf(ContentionException.class);

        Rows.run(other, "ROLLBACK");
        assertThat((int) transactions.write(sql -> sql.update("DELETE FROM ticketing_number")))
                .isZero();
    }

    /** Each pool has a queue of its own, so the two meet like two processes do. */
    @Test
    void writesInTurnWithAnotherPoolOnTheSameFile() throws Exception {
        Path file = databases.file();
        List<JdbcTicketing> pools =
                List.of(databases.closing(JdbcTicketing.open(file)), databases.closing(JdbcTicketing.open(file)));
        TicketId ticket = pools.get(0).portal(Samples.ADA).open(Samples.DRAFT).id();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                JdbcTicketing pool = pools.get(i % 2);
                writers.add(threads.submit(() -> pool.desk(Samples.GRACE).note(ticket, "noted")));
            }
            for (Future<?> writer : writers) writer.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(pools.get(1).desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(80);
    }

    @Test
    void writesOnTheConnectionForWritersOnly() {
        Path file = databases.file();
        JdbcTicketing.open(file).close();
        RecordingDataSource readers = new RecordingDataSource(databases.closing(SqliteFile.open(file)));
        RecordingDataSource writers = new RecordingDataSource(databases.closing(SqliteFile.openForWriters(file)));
        OwnTransactions own = new OwnTransactions(readers.dataSource(), writers.dataSource());
        World world = World.over(new JdbcStorage(own, Clock.systemUTC()));

        TicketId ticket = world.open(Samples.DRAFT);
        assertThat(readers.statements()).isEmpty();
        assertThat(writers.statements()).isNotEmpty();

        writers.clear();
        assertThat(world.grace().get(ticket).number()).isEqualTo(1);
        assertThat(writers.statements()).isEmpty();
    }

    @Test
    void writesOnAtOnceWhenTheOnlyConnectionCouldNotRollBack() {
        Interception fault = sql -> {
            if (sql.equals("ROLLBACK")) throw new SQLException("injected");
        };
        Path file = databases.file();
        JdbcTicketing.open(file).close();
        HikariConfig one = new HikariConfig();
        one.setDataSource(fault.over(source(file)));
        one.setMaximumPoolSize(1);
        OwnTransactions transactions = new OwnTransactions(databases.closing(new HikariDataSource(one)));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> transactions.write(sql -> {
                        throw new IllegalArgumentException("refused");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat((int) transactions.write(sql -> sql.update("DELETE FROM ticketing_number")))
                    .isZero();
        }
    }

    @Test
    void refusesAWriteWithinAWrite() {
        OwnTransactions transactions = new OwnTransactions(databases.migrated());

        assertThatThrownBy(() -> transactions.write(outer -> transactions.write(inner -> inner)))
                .isInstanceOf(IllegalStateException.class);
        assertThat((int) transactions.write(sql -> sql.update("DELETE FROM ticketing_number")))
                .isZero();
    }

    @Test
    void hidesStatementsAndDriverTypesWhenTheDatabaseIsBroken() {
        HikariDataSource database = databases.migrated();
        JdbcTicketing ticketing = JdbcTicketing.builder(database).build();
        Rows.run(database, "DROP TABLE ticketing_revision");

        assertThatThrownBy(() -> ticketing.portal(Samples.ADA).open(Samples.DRAFT))
                .isInstanceOf(StorageException.class)
                .hasMessageNotContaining("INSERT")
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageNotContaining("burns");
        assertThat(Rows.of(database, "SELECT count(*) FROM ticketing_ticket")).containsExactly("0");
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file + SETTINGS);
        source.setBusyTimeout(20); // the URL's would be ignored: the DataSource has one of its own
        return source;
    }
}
