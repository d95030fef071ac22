package dev.ticketing.samples.joinedtransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.Requester;
import dev.ticketing.TicketId;
import dev.ticketing.error.ContentionException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestEngine.class)
class RefundsTest {

    private static final Requester ADA = Requester.of("client_82").name("Ada");

    @Parameter
    TestEngine engine;

    private TestDatabase database;
    private HikariDataSource pool;
    private JdbcTicketing ticketing;
    private TicketId ticket;

    @BeforeEach
    void openDispute() throws SQLException {
        database = engine.withTables();
        pool = readingFromOneSnapshot();
        try (Connection connection = pool.getConnection()) {
            Orders.create(connection);
        }
        ticketing = JdbcTicketing.builder(database.dataSource()).build();
        ticket = new Shop(pool, ticketing)
                .dispute(4711, ADA, "It arrived broken.")
                .id();
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    @Test
    void runsAgainWhenTheCustomerWasFaster() throws SQLException {
        new Refunds(pool, ticketing, new Interrupted(1)).refund(4711, ticket);

        PortalTicket resolved = ticketing.portal(ADA).get(ticket);
        assertThat(resolved.status().key().value()).isEqualTo("resolved");
        assertThat(resolved.messageCount()).isEqualTo(2);
        assertThat(stateOfOrder()).isEqualTo("refunded");
    }

    @Test
    void changesNothingWhenTheCustomerIsAlwaysFaster() throws SQLException {
        Refunds refunds = new Refunds(pool, ticketing, new Interrupted(Integer.MAX_VALUE));

        assertThatExceptionOfType(ContentionException.class)
                .isThrownBy(() -> refunds.refund(4711, ticket))
                .withMessageContaining("Roll back your transaction and run it again.");

        PortalTicket open = ticketing.portal(ADA).get(ticket);
        assertThat(open.status().key().value()).isEqualTo("customer_reply");
        assertThat(open.messageCount()).isEqualTo(6);
        assertThat(stateOfOrder()).isEqualTo("disputed");
    }

    /** What makes contention certain: the host's transaction reads first, and goes on seeing what it saw. */
    private HikariDataSource readingFromOneSnapshot() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url().replace("=IMMEDIATE", "=DEFERRED"));
        if (engine != TestEngine.SQLITE) config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private String stateOfOrder() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Orders().stateOf(connection, 4711);
        }
    }

    /** Lets the customer write, a number of times, just after the shop's transaction has begun to read. */
    private final class Interrupted extends Orders {

        private final Portal customer = ticketing.portal(ADA);
        private int times;

        Interrupted(int times) {
            this.times = times;
        }

        @Override
        String stateOf(Connection connection, long order) throws SQLException {
            String state = super.stateOf(connection, order);
            if (times-- > 0) customer.reply(ticket, "Any news?");
            return state;
        }
    }
}
