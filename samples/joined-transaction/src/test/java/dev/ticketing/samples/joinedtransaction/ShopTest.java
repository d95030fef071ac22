package dev.ticketing.samples.joinedtransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.Ticket;
import dev.ticketing.TicketQuery;
import dev.ticketing.error.InvalidInputException;
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
class ShopTest {

    private static final Requester ADA = Requester.of("client_82").name("Ada");

    @Parameter
    TestEngine engine;

    private TestDatabase database;
    private JdbcTicketing ticketing;
    private Shop shop;

    @BeforeEach
    void openShop() throws SQLException {
        database = engine.withTables();
        try (Connection connection = database.dataSource().getConnection()) {
            Orders.create(connection);
        }
        ticketing = JdbcTicketing.builder(database.dataSource()).build();
        shop = new Shop(database.dataSource(), ticketing);
    }

    @AfterEach
    void closeShop() {
        database.close();
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
        try (Connection connection = database.dataSource().getConnection()) {
            return new Orders().stateOf(connection, 4711);
        }
    }
}
