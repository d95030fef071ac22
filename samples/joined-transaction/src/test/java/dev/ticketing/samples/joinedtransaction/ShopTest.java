package dev.ticketing.samples.joinedtransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.Ticket;
import dev.ticketing.TicketQuery;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class ShopTest {

    private static final Requester ADA = Requester.of("client_82").name("Ada");

    @TempDir
    Path folder;

    private DataSource database;
    private JdbcTicketing ticketing;
    private Shop shop;

    @BeforeEach
    void openShop() throws SQLException {
        database = database(folder.resolve("shop.db"));
        try (Connection connection = database.getConnection()) {
            Orders.create(connection);
        }
        ticketing = JdbcTicketing.builder(database).schema(Schema.MIGRATE).build();
        shop = new Shop(database, ticketing);
    }

    @Test
    void commitsOrderAndTicketTogether() throws SQLException {
        Ticket ticket = shop.dispute(4711, ADA, "It arrived broken.");

        assertThat(stateOfOrder()).isEqualTo("disputed");
        assertThat(ticketing.portal(ADA).get(ticket.id()).subject()).isEqualTo("Order 4711 is disputed");
    }

    @Test
    void leavesNeitherWhenTheTicketIsRefused() throws SQLException {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> shop.dispute(4711, ADA, " "));

        assertThat(stateOfOrder()).isEqualTo("delivered");
        assertThat(tickets()).isZero();
    }

    @Test
    void leavesNeitherWhenTheOrderIsMissing() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> shop.dispute(1, ADA, "It never came."));

        assertThat(tickets()).isZero();
    }

    private int tickets() {
        return ticketing
                .desk(Agent.of("agent_3"))
                .search(TicketQuery.all())
                .items()
                .size();
    }

    private String stateOfOrder() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Orders.stateOf(connection, 4711);
        }
    }

    /** What a host that shares its SQLite file with ticketing sets. */
    private static DataSource database(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource database = new SQLiteDataSource(config);
        database.setUrl("jdbc:sqlite:" + file);
        return database;
    }
}
