package dev.ticketing.samples.springboothost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.samples.springboothost.OrderService.Receipt;
import dev.ticketing.samples.springboothost.Payments.PaymentRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The shop's row and the ticket in one transaction, which is Spring's. */
class OrderServiceTest {

    @RegisterExtension
    static final RunningShop SHOP = new RunningShop();

    private static final Requester ADA = Requester.of("client_82");
    private static final TicketDraft WISH = TicketDraft.of("Wish", "Engrave it, please.");

    private final OrderService service = SHOP.bean(OrderService.class);
    private final Orders orders = SHOP.bean(Orders.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(SHOP.bean(PlatformTransactionManager.class));

    private Map<String, Integer> before;

    @BeforeEach
    void countsRows() {
        before = SHOP.rows();
    }

    @Test
    void commitsOrderAndTicketTogether() {
        Receipt receipt = service.place("client_82", "ring", "Engrave it, please.");

        assertThat(orders.of("client_82")).extracting(Order::id).contains(receipt.order());
        assertThat(desk().get(TicketId.of(receipt.ticket().orElseThrow()))
                        .shared()
                        .subject())
                .isEqualTo("Wish for ring");
    }

    @Test
    void leavesNeitherWhenTheHostFailsAfterTheTicket() {
        assertThatExceptionOfType(PaymentRefusedException.class)
                .isThrownBy(() -> service.place("client_82", "yacht", "In blue."));

        assertThat(SHOP.rows()).isEqualTo(before);
    }

    @Test
    void leavesNeitherWhenTheTicketIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> service.place("client_82", "ring", ""));

        assertThat(SHOP.rows()).isEqualTo(before);
    }

    @Test
    void keepsTheOrderWhenTheHostCatchesTheRefusal() {
        Receipt receipt = service.placeAnyway("client_82", "ring", "");

        assertThat(receipt.ticket()).isEmpty();
        assertThat(orders.of("client_82")).extracting(Order::id).contains(receipt.order());
        assertThat(SHOP.rows())
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
            assertThatThrownBy(() -> desk().answering(failing).open(ADA, WISH)).hasMessageContaining("by now");
        });

        assertThat(SHOP.rows())
                .containsEntry("shop_order", before.get("shop_order") + 1)
                .containsEntry("ticketing_ticket", before.get("ticketing_ticket"))
                .containsEntry("ticketing_entry", before.get("ticketing_entry"))
                .containsEntry("ticketing_event", before.get("ticketing_event"));
    }

    @Test
    void showsOthersNothingBeforeTheCommit() {
        TicketId ticket = transaction.execute(status -> {
            TicketId opened = desk().open(ADA, WISH).id();
            assertThat(desk().find(opened)).isPresent();
            assertThat(CompletableFuture.supplyAsync(() -> desk().find(opened)).join())
                    .isEmpty();
            return opened;
        });

        assertThat(desk().find(ticket)).isPresent();
    }

    @Test
    void goesWithASavepointOfTheHost() {
        TransactionTemplate nested = new TransactionTemplate(
                SHOP.bean(PlatformTransactionManager.class),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        transaction.executeWithoutResult(outer -> {
            orders.add("client_82", "ring");
            desk().open(ADA, WISH);
            nested.executeWithoutResult(inner -> {
                orders.add("client_82", "chain");
                desk().open(ADA, WISH);
                inner.setRollbackOnly();
            });
        });

        assertThat(SHOP.rows())
                .containsEntry("shop_order", before.get("shop_order") + 1)
                .containsEntry("ticketing_ticket", before.get("ticketing_ticket") + 1)
                .containsEntry("ticketing_event", before.get("ticketing_event") + 1);
    }

    @Test
    void commitsByItselfOutsideAnyTransaction() {
        TicketId ticket = desk().open(ADA, WISH).id();

        assertThat(CompletableFuture.supplyAsync(() -> desk().find(ticket)).join())
                .isPresent();
    }

    @Test
    void readsInsideATransactionThatOnlyReads() {
        TicketId ticket = desk().open(ADA, WISH).id();
        TransactionTemplate reading = new TransactionTemplate(SHOP.bean(PlatformTransactionManager.class));
        reading.setReadOnly(true);

        String subject = reading.execute(status -> desk().get(ticket).shared().subject());
        assertThat(subject).isEqualTo("Wish");
    }

    @Test
    void givesConnectionsBackAsTheyWere() throws SQLException {
        List<Object> settings = settingsOfTwoConnections();
        assertThat(settings).startsWith(true, false);

        service.place("client_82", "ring", "Engrave it, please.");
        assertThatThrownBy(() -> service.place("client_82", "yacht", "In blue."))
                .isInstanceOf(PaymentRefusedException.class);
        desk().open(ADA, WISH);

        assertThat(SHOP.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
        assertThat(settingsOfTwoConnections()).isEqualTo(settings);
    }

    private static Desk desk() {
        return SHOP.bean(CurrentTicketing.class).desk(Agent.system("shop"));
    }

    private static List<Object> settingsOfTwoConnections() throws SQLException {
        try (Connection first = SHOP.pool().getConnection();
                Connection second = SHOP.pool().getConnection()) {
            List<Object> settings = new ArrayList<>();
            for (Connection connection : List.of(first, second))
                settings.addAll(List.of(
                        connection.getAutoCommit(), connection.isReadOnly(), connection.getTransactionIsolation()));
            return settings;
        }
    }
}
