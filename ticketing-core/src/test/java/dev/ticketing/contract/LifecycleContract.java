package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.transitionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Desk;
import dev.ticketing.Lifecycle;
import dev.ticketing.MessageDraft;
import dev.ticketing.Status;
import dev.ticketing.StatusCategory;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TransitionRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The standard table of moves, tried pair by pair; the words of {@code docs/lifecycle.md}, typed a second time on purpose. */
public interface LifecycleContract extends PortContract {

    /** The statuses of tickets that are not done. */
    List<StatusKey> ACTIVE = List.of(
            StatusKey.OPEN,
            StatusKey.CUSTOMER_REPLY,
            StatusKey.IN_PROGRESS,
            StatusKey.ANSWERED,
            StatusKey.PENDING,
            StatusKey.ON_HOLD);

    /** Lists where staff may move to. @param from the present status @return every other status that it leads to */
    static List<StatusKey> movesFrom(StatusKey from) {
        if (from.equals(StatusKey.CLOSED)) return List.of();
        if (from.equals(StatusKey.RESOLVED)) return List.of(StatusKey.IN_PROGRESS, StatusKey.CLOSED);
        List<StatusKey> moves = new ArrayList<>(ACTIVE);
        moves.remove(from);
        moves.addAll(List.of(StatusKey.RESOLVED, StatusKey.CLOSED));
        return moves;
    }

    /** Lists all statuses. @return the eight of the standard lifecycle */
    static List<StatusKey> allStatuses() {
        List<StatusKey> all = new ArrayList<>(ACTIVE);
        all.addAll(List.of(StatusKey.RESOLVED, StatusKey.CLOSED));
        return all;
    }

    /** Opens a ticket and moves it. @param world where @param status to which status @return the ticket */
    static TicketId ticketIn(World world, StatusKey status) {
        TicketId ticket = world.open();
        world.grace().move(ticket, status);
        return ticket;
    }

    @Test
    default void movesByStaffAsTheTableSays() {
        World world = world();
        for (StatusKey from : allStatuses())
            for (StatusKey to : allStatuses()) {
                TicketId ticket = ticketIn(world, from);
                Ticket before = world.desk(ticket);
                if (from.equals(to)) {
                    assertThat(world.grace().move(ticket, to)).isEqualTo(before);
                } else if (movesFrom(from).contains(to)) {
                    assertThat(world.grace().move(ticket, to).status().key()).isEqualTo(to);
                } else {
                    assertRefused(world.grace(), ticket, from, to);
                    assertThat(world.desk(ticket)).isEqualTo(before);
                }
            }
    }

    private static void assertRefused(Desk desk, TicketId ticket, StatusKey from, StatusKey to) {
        TransitionRefusedException refusal = transitionOf(() -> desk.move(ticket, to));
        assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSITION_REFUSED);
        assertThat(refusal.ticket()).isEqualTo(ticket.value());
        assertThat(refusal.from()).isEqualTo(from.value());
        assertThat(refusal.to()).isEqualTo(to.value());
        assertThat(refusal.allowed())
                .containsExactlyInAnyOrderElementsOf(
                        movesFrom(from).stream().map(StatusKey::value).toList());
    }

    @Test
    default void refusesAStatusThatTheLifecycleLacks() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(Refusals.violationsOf(() -> world.grace().move(ticket, StatusKey.of("Open"))))
                .containsExactly("status INVALID");
    }

    @Test
    default void movesThroughStatusesOfTheHostsOwn() {
        StatusKey triage = StatusKey.of("triage/1");
        Lifecycle lifecycle = Lifecycle.builder()
                .status(Status.of("neu", StatusCategory.NEW))
                .status(Status.of("triage/1", StatusCategory.ON_HOLD))
                .status(Status.of("fertig", StatusCategory.RESOLVED))
                .status(Status.of("zu", StatusCategory.CLOSED))
                .moves(StatusKey.of("neu"), List.of(triage, StatusKey.of("fertig")))
                .moves(triage, List.of(StatusKey.of("neu")))
                .moves(StatusKey.of("fertig"), List.of(StatusKey.of("zu")))
                .at(Lifecycle.Role.OPENED, StatusKey.of("neu"))
                .at(Lifecycle.Role.REQUESTER_REPLIED, StatusKey.of("neu"))
                .at(Lifecycle.Role.STAFF_REPLIED, triage)
                .at(Lifecycle.Role.RESOLVED, StatusKey.of("fertig"))
                .at(Lifecycle.Role.CLOSED, StatusKey.of("zu"))
                .at(Lifecycle.Role.REOPENED, triage)
                .build();
        World world = world().with(settings -> settings.lifecycle(lifecycle));
        TicketId ticket = world.open();
        world.grace().reply(ticket, "Hello");
        TicketQuery inTriage = TicketQuery.all().statuses(Set.of(triage, StatusKey.of("none")));

        assertThat(world.ada().search(inTriage).items()).hasSize(1);
        assertThat(world.grace().counts().byStatus()).containsOnlyKeys("triage/1");
        assertThat(transitionOf(() -> world.grace().close(ticket)).allowed()).containsExactly("neu");
        world.ada().reply(ticket, "Hello");
        world.grace().resolve(ticket, "Done.");
        assertThat(world.ada().reopen(ticket).status()).isEqualTo(lifecycle.get(triage));
    }

    @Test
    default void answersByAStaffReplyUnlessResolved() {
        World world = world();
        for (StatusKey from : ACTIVE) {
            TicketId ticket = ticketIn(world, from);
            world.grace().reply(ticket, "Hello");
            assertThat(world.desk(ticket).status().key()).isEqualTo(StatusKey.ANSWERED);
        }
        TicketId resolved = ticketIn(world, StatusKey.RESOLVED);
        world.grace().reply(resolved, "By the way");
        world.robot().reply(resolved, "How did we do?");
        assertThat(world.desk(resolved).status().key()).isEqualTo(StatusKey.RESOLVED);
        assertThat(world.desk(resolved).shared().reopenedCount()).isZero();
    }

    @Test
    default void leadsAStaffReplyToTheStatusThatItNames() {
        World world = world();
        for (StatusKey from : allStatuses())
            for (StatusKey to : allStatuses()) {
                if (from.equals(StatusKey.CLOSED)) continue;
                TicketId ticket = ticketIn(world, from);
                MessageDraft draft = MessageDraft.of("Hello").thenStatus(to);
                if (from.equals(to) || movesFrom(from).contains(to)) {
                    world.grace().reply(ticket, draft);
                    assertThat(world.desk(ticket).status().key()).isEqualTo(to);
                } else {
                    Ticket before = world.desk(ticket);
                    assertThat(transitionOf(() -> world.grace().reply(ticket, draft))
                                    .to())
                            .isEqualTo(to.value());
                    assertThat(world.desk(ticket)).isEqualTo(before);
                }
            }
    }

    @Test
    default void waitsForTheDeskAfterARequestersReply() {
        World world = world();
        for (StatusKey from : allStatuses()) {
            if (from.equals(StatusKey.CLOSED)) continue;
            TicketId ticket = ticketIn(world, from);
            world.ada().reply(ticket, "Hello");
            assertThat(world.portal(ticket).status().key()).isEqualTo(StatusKey.CUSTOMER_REPLY);
        }
    }

    @Test
    default void letsRequestersCloseFromEverywhere() {
        World world = world();
        for (StatusKey from : allStatuses()) {
            TicketId ticket = ticketIn(world, from);
            long version = world.portal(ticket).version();
            assertThat(world.ada().close(ticket).status().key()).isEqualTo(StatusKey.CLOSED);
            assertThat(world.portal(ticket).version()).isEqualTo(from.equals(StatusKey.CLOSED) ? version : version + 1);
        }
    }

    @Test
    default void resolvesWhatIsNotClosed() {
        World world = world();
        for (StatusKey from : ACTIVE) {
            TicketId ticket = ticketIn(world, from);
            Ticket resolved = world.grace().resolve(ticket, "Water.");
            assertThat(resolved.status().key()).isEqualTo(StatusKey.RESOLVED);
            assertThat(resolved.resolution()).contains("Water.");
        }
        TicketId closed = ticketIn(world, StatusKey.CLOSED);
        assertThat(transitionOf(() -> world.grace().resolve(closed, "Water.")).allowed())
                .isEmpty();
        assertThat(world.desk(closed).resolution()).isEmpty();
    }
}
