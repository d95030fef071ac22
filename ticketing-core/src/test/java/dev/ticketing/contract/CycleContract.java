package dev.ticketing.contract;

import static dev.ticketing.contract.LifecycleContract.ACTIVE;
import static dev.ticketing.contract.LifecycleContract.ticketIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.PortalTicket;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What resolving, closing and reopening do to a ticket's dates and counts. */
public interface CycleContract extends PortContract {

    @Test
    default void datesResolvingAndClosing() {
        World world = world();
        TicketId ticket = world.open();
        world.tick();
        Instant resolved = world.clock().instant();
        assertThat(world.grace().resolve(ticket, "Water.").shared().resolvedAt())
                .contains(resolved);
        assertThat(world.portal(ticket).closedAt()).isEmpty();
        world.tick();
        Ticket closed = world.grace().close(ticket);

        assertThat(closed.shared().resolvedAt()).contains(resolved);
        assertThat(closed.shared().closedAt()).contains(world.clock().instant());
        assertThat(closed.resolution()).contains("Water.");
    }

    @Test
    default void datesBothWhenClosedDirectly() {
        World world = world();
        TicketId ticket = world.open();
        world.tick();
        PortalTicket closed = world.ada().close(ticket);

        assertThat(closed.resolvedAt()).contains(world.clock().instant());
        assertThat(closed.closedAt()).contains(world.clock().instant());
    }

    @Test
    default void keepsTheFirstDateWhenResolvedAgain() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().resolve(ticket, "Water.");
        world.tick();
        Ticket again = world.grace().resolve(ticket, "Sand.");

        assertThat(again.shared().resolvedAt()).contains(World.START);
        assertThat(again.resolution()).contains("Sand.");
        assertThat(world.grace().resolve(ticket, "Sand.").version()).isEqualTo(again.version());
    }

    @Test
    default void beginsANewCycleByReopening() {
        World world = world();
        for (StatusKey done : List.of(StatusKey.RESOLVED, StatusKey.CLOSED)) {
            TicketId ticket = world.open();
            world.grace().resolve(ticket, "Water.");
            world.grace().move(ticket, done);
            assertNewCycle(world.ada().reopen(ticket), StatusKey.OPEN, 1);
            world.grace().resolve(ticket, "Sand.");
            world.grace().move(ticket, done);
            assertNewCycle(world.grace().reopen(ticket).shared(), StatusKey.OPEN, 2);
        }
    }

    @Test
    default void beginsANewCycleByARequestersReplyToAResolvedTicket() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().resolve(ticket, "Water.");
        world.ada().reply(ticket, "No.");

        assertNewCycle(world.portal(ticket), StatusKey.CUSTOMER_REPLY, 1);
    }

    @Test
    default void beginsANewCycleWhenStaffTakeAResolvedTicketUpAgain() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().resolve(ticket, "Water.");

        assertNewCycle(world.grace().move(ticket, StatusKey.IN_PROGRESS).shared(), StatusKey.IN_PROGRESS, 1);
    }

    private static void assertNewCycle(PortalTicket ticket, StatusKey status, long reopenedCount) {
        assertThat(ticket.status().key()).isEqualTo(status);
        assertThat(ticket.resolvedAt()).isEmpty();
        assertThat(ticket.closedAt()).isEmpty();
        assertThat(ticket.resolution()).isEmpty();
        assertThat(ticket.reopenedCount()).isEqualTo(reopenedCount);
    }

    @Test
    default void changesNothingByClosingAgain() {
        World world = world();
        TicketId ticket = ticketIn(world, StatusKey.CLOSED);
        Ticket before = world.desk(ticket);
        world.tick();
        world.ada().close(ticket);

        assertThat(world.grace().close(ticket)).isEqualTo(before);
    }

    @Test
    default void changesNothingByReopeningWhatIsNotDone() {
        World world = world();
        for (StatusKey active : ACTIVE) {
            TicketId ticket = ticketIn(world, active);
            Ticket before = world.desk(ticket);
            world.ada().reopen(ticket);
            assertThat(world.grace().reopen(ticket)).isEqualTo(before);
        }
    }
}
