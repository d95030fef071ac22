package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.conflictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AgentId;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** Who has a ticket. */
public interface AssignmentContract extends PortContract {

    @Test
    default void assignsAndReleases() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(world.grace().assign(ticket, AgentId.of("ben")).assignee()).contains(AgentId.of("ben"));
        assertThat(world.grace().assign(ticket, AgentId.of("grace")).assignee()).contains(AgentId.of("grace"));
        assertThat(world.grace().release(ticket).assignee()).isEmpty();
        assertThat(world.desk(ticket).version()).isEqualTo(4);
    }

    @Test
    default void changesNothingWhenItIsAsWanted() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().release(ticket);
        world.grace().take(ticket);
        world.grace().take(ticket);
        Ticket after = world.grace().assign(ticket, AgentId.of("grace"));

        assertThat(after.version()).isEqualTo(2);
        assertThat(world.history(ticket)).hasSize(2);
    }

    @Test
    default void takesOnlyWhatNobodyElseHas() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().take(ticket);
        ConflictException refusal = conflictOf(() -> world.robot().take(ticket));

        assertThat(refusal.code()).isEqualTo(ErrorCode.ALREADY_TAKEN);
        assertThat(refusal.changed()).containsExactly("assignee");
        assertThat(world.desk(ticket).assignee()).contains(AgentId.of("grace"));
    }
}
