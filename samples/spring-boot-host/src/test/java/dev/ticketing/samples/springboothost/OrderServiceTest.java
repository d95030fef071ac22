package dev.ticketing.samples.springboothost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.samples.springboothost.OrderService.Receipt;
import dev.ticketing.samples.springboothost.Payments.PaymentRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop's row and the ticket in one transaction, which is Spring's. */
@ParameterizedClass
@EnumSource(names = {"SQLITE", "POSTGRESQL"})
class OrderServiceTest {

    @Parameter
    TestEngine engine;

    @TempDir
    static Path folder;

    private static RunningShop shop;

    private static final Requester ADA = Requester.of("client_82");
    private static final TicketDraft WISH = TicketDraft.of("Wish", "Engrave it, please.");

    private final OrderService service = shop.bean(OrderService.class);
    private final Orders orders = shop.bean(Orders.class);
    private final Desk desk = shop.bean(JdbcTicketing.class).desk(Agent.system("shop"));
    private final TransactionTemplate transaction =
            new TransactionTemplate(shop.bean(PlatformTransactionManager.class));

    private Map<String, Integer> before;

    @BeforeParameterizedClassInvocation
    static void start(TestEngine engine) {
        shop = RunningShop.on(engine, folder);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        shop.close();
    }

    @BeforeEach
    void countsRows() {
        before = shop.rows();
    }

    @Test
    void commitsOrderAndTicketTogether() {
        Receipt receipt = service.place("client_82", "ring", "Engrave it, please.");

        assertThat(orders.of("client_82")).extracting(Order::id).contains(receipt.order());
        assertThat(desk.get(TicketId.of(receipt.ticket().orElseThrow()))
                        .shared()
                        .subject())
                .isEqualTo("Wish for ring");
    }

    @Test
    void leavesNeitherWhenTheHostFailsAfterTheTicket() {
        assertThatExceptionOfType(PaymentRefusedException.class)
                .isThrownBy(() -> service.place("client_82", "yacht", "In blue."));

        assertThat(shop.rows()).isEqualTo(before);
    }

    @Test
    void leavesNeitherWhenTheTicketIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> service.place("client_82", "ring", ""));

        assertThat(shop.rows()).isEqualTo(before);
    }

    @Test
    void keepsTheOrderWhenTheHostCatchesTheRefusal() {
        Receipt receipt = service.placeAnyway("client_82", "ring", "");

        assertThat(receipt.ticket()).isEmpty();
        assertThat(orders.of("client_82")).extracting(Order::id).contains(receipt.order());
        assertThat(shop.rows())
                .containsEntry("shop_order", before.get("shop_order") + 1)
                .containsEntry("ticketing_ticket", before.get("ticketing_ticket"))
                .containsEntry("ticketing_event", before.get("ticketing_event"));
    }

    @Test
    void keepsNoHalfTicketWhenACommandFailsAfterItsLastStatement() {
        Answer<DeskReads> failing = new Answer<>((ticket, entries, reads) -> {
            throw new IllegalStateException("it was all written by now");
        });
        transaction.executeWithoutResult(status -> {
            orders.add("client_82", "ring");
            assertThatThrownBy(() -> desk.answering(failing).open(ADA, WISH)).hasMessageContaining("by now");
        });

        assertThat(shop.rows())
                .containsEntry("shop_order", before.get("shop_order") + 1)
                .containsEntry("ticketing_ticket", before.get("ticketing_ticket"))
                .containsEntry("ticketing_entry", before.get("ticketing_entry"))
                .containsEntry("ticketing_event", before.get("ticketing_event"));
    }

    @Test
    void showsOthersNothingBeforeTheCommit() {
        TicketId ticket = transaction.execute(status -> {
            TicketId opened = desk.open(ADA, WISH).id();
            assertThat(desk.find(opened)).isPresent();
            assertThat(CompletableFuture.supplyAsync(() -> desk.find(opened)).join())
                    .isEmpty();
            return opened;
        });

        assertThat(desk.find(ticket)).isPresent();
    }

    @Test
    void goesWithASavepointOfTheHost() {
        TransactionTemplate nested = new TransactionTemplate(
                shop.bean(PlatformTransactionManager.class),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        transaction.executeWithoutResult(outer -> {
            orders.add("client_82", "ring");
            desk.open(ADA, WISH);
            nested.executeWithoutResult(inner -> {
                orders.add("client_82", "chain");
                desk.open(ADA, WISH);
                inner.setRollbackOnly();
            });
        });

        assertThat(shop.rows())
                .containsEntry("shop_order", before.get("shop_order") + 1)
                .containsEntry("ticketing_ticket", before.get("ticketing_ticket") + 1)
                .containsEntry("ticketing_event", before.get("ticketing_event") + 1);
    }

    @Test
    void commitsByItselfOutsideAnyTransaction() {
        TicketId ticket = desk.open(ADA, WISH).id();

        assertThat(CompletableFuture.supplyAsync(() -> desk.find(ticket)).join())
                .isPresent();
    }

    @Test
    void commitsByItselfInATransactionOverAnotherDatabase() {
        try (HikariDataSource another = new HikariDataSource()) {
            another.setJdbcUrl("jdbc:sqlite::memory:");
            TransactionTemplate elsewhere = new TransactionTemplate(new JdbcTransactionManager(another));
            elsewhere.executeWithoutResult(status -> {
                // Spring binds the shop's connection to that transaction, but begins nothing on it
                orders.add("client_82", "ring");
                TicketId ticket = desk.open(ADA, WISH).id();
                assertThat(CompletableFuture.supplyAsync(() -> desk.find(ticket))
                                .join())
                        .isPresent();
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void readsInsideATransactionThatOnlyReads() {
        TicketId ticket = desk.open(ADA, WISH).id();
        TransactionTemplate reading = new TransactionTemplate(shop.bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);

        String subject = reading.execute(status -> desk.get(ticket).shared().subject());
        assertThat(subject).isEqualTo("Wish");
    }

    @Test
    void givesConnectionsBackAsTheyWere() throws SQLException {
        List<Object> settings = settingsOfTwoConnections();
        assertThat(settings).startsWith(true, false);

        service.place("client_82", "ring", "Engrave it, please.");
        assertThatThrownBy(() -> service.place("client_82", "yacht", "In blue."))
                .isInstanceOf(PaymentRefusedException.class);
        desk.open(ADA, WISH);

        assertThat(shop.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(settingsOfTwoConnections()).isEqualTo(settings);
    }

    private static List<Object> settingsOfTwoConnections() throws SQLException {
        try (Connection first = shop.pool().getConnection();
                Connection second = shop.pool().getConnection()) {
            List<Object> settings = new ArrayList<>();
            for (Connection connection : List.of(first, second))
                settings.addAll(List.of(
                        connection.getAutoCommit(), connection.isReadOnly(), connection.getTransactionIsolation()));
            return settings;
        }
    }
}
