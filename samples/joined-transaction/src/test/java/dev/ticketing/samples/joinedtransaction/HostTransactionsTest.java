package dev.ticketing.samples.joinedtransaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketQuery;
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
class HostTransactionsTest {

    private static final Requester ADA = Requester.of("client_82").name("Ada");
    private static final TicketDraft DRAFT = TicketDraft.of("Order 4711 is disputed", "It arrived broken.");

    @Parameter
    TestEngine engine;

    private final Orders orders = new Orders();
    private TestDatabase database;
    private HostTransactions transactions;
    private Desk desk;

    @BeforeEach
    void openShop() throws SQLException {
        database = engine.withTables();
        try (Connection connection = database.dataSource().getConnection()) {
            Orders.create(connection);
        }
        transactions = new HostTransactions(database.dataSource());
        desk = JdbcTicketing.builder(database.dataSource())
                .ambient(transactions::current)
                .build()
                .desk(Agent.system("shop"));
    }

    @AfterEach
    void closeShop() {
        database.close();
    }

    @Test
    void commitsWithTheTransactionOfTheThread() throws SQLException {
        transactions.run(connection -> {
            orders.markDisputed(connection, 4711);
            desk.open(ADA, DRAFT);
        });

        assertThat(stateOfOrder()).isEqualTo("disputed");
        assertThat(tickets()).isOne();
    }

    @Test
    void vanishesWithTheTransactionOfTheThread() throws SQLException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.run(connection -> {
                    desk.open(ADA, DRAFT);
                    orders.markDisputed(connection, 1);
                }));

        assertThat(stateOfOrder()).isEqualTo("delivered");
        assertThat(tickets()).isZero();
    }

    @Test
    void commitsByItselfWhenTheThreadHasNoTransaction() {
        desk.open(ADA, DRAFT);

        assertThat(tickets()).isOne();
    }

    private int tickets() {
        return desk.search(TicketQuery.all()).items().size();
    }

    private String stateOfOrder() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return orders.stateOf(connection, 4711);
        }
    }
}
