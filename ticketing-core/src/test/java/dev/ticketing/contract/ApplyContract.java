package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.MessageDraft;
import dev.ticketing.PortalTicket;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several commands as one. */
public interface ApplyContract extends PortContract {

    @Test
    default void appliesInTheOrderGiven() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().close(ticket);
        Ticket after = world.grace()
                .when(Condition.version(2))
                .apply(
                        ticket,
                        new Command.Reopen(),
                        new Command.Retitle("Smoke"),
                        new Command.Reply(MessageDraft.of("Hello")),
                        new Command.AddNote(MessageDraft.of("Hm.")),
                        new Command.Tag(Audience.PORTAL, List.of("a")),
                        new Command.Resolve(Optional.of("Water.")));

        assertThat(after.version()).isEqualTo(8);
        assertThat(after.shared().version()).isEqualTo(7);
        assertThat(after.seq()).isEqualTo(3);
        assertThat(after.status().key()).isEqualTo(StatusKey.RESOLVED);
        assertThat(world.desk(ticket)).isEqualTo(after);
        assertThat(world.history(ticket).stream().map(TicketEvent::kind).skip(2))
                .containsExactly(
                        TicketEvent.Kind.REOPENED,
                        TicketEvent.Kind.RETITLED,
                        TicketEvent.Kind.REPLIED,
                        TicketEvent.Kind.NOTED,
                        TicketEvent.Kind.TAGGED,
                        TicketEvent.Kind.RESOLVED);
    }

    @Test
    default void appliesARequestersCommandsAsOne() {
        World world = world();
        TicketId ticket = world.open();
        PortalTicket after = world.ada().apply(ticket, new Command.Reply(MessageDraft.of("Out.")), new Command.Close());

        assertThat(after.messageCount()).isEqualTo(2);
        assertThat(after.status().key()).isEqualTo(StatusKey.CLOSED);
        assertThat(after.version()).isEqualTo(3);
    }

    @Test
    default void leavesNothingWhenOneIsRefused() {
        World world = world();
        TicketId ticket = world.open();
        Ticket before = world.desk(ticket);

        assertThat(codeOf(() -> world.grace()
                        .apply(
                                ticket,
                                new Command.Reply(MessageDraft.of("Hello")),
                                new Command.Close(),
                                new Command.Move(StatusKey.OPEN))))
                .isEqualTo(ErrorCode.TRANSITION_REFUSED);
        assertThat(codeOf(() ->
                        world.ada().apply(ticket, new Command.Close(), new Command.Reply(MessageDraft.of("Late")))))
                .isEqualTo(ErrorCode.TICKET_CLOSED);
        assertThat(world.desk(ticket)).isEqualTo(before);
        assertThat(world.history(ticket)).hasSize(1);
    }

    @Test
    default void namesTheBrokenRulesOfAllCommands() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(violationsOf(() -> world.grace()
                        .apply(
                                ticket,
                                new Command.Retitle(" "),
                                new Command.Transfer("sales"),
                                new Command.Prioritise(Priority.LOW),
                                new Command.Cc(List.of("bob")))))
                .containsExactly("subject REQUIRED", "department UNKNOWN", "cc[0] INVALID");
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }

    @Test
    default void seesEarlierCommandsInLaterOnes() {
        World world = world();
        TicketId ticket = world.open();
        Ticket after = world.grace()
                .apply(
                        ticket,
                        new Command.Tag(Audience.PORTAL, List.of("a", "b")),
                        new Command.Untag(Audience.PORTAL, List.of("a")),
                        new Command.Take(),
                        new Command.Release());

        assertThat(after.tags()).containsExactly("b");
        assertThat(after.assignee()).isEmpty();
        assertThat(after.version()).isEqualTo(5);
    }

    @Test
    default void changesNothingByNoCommands() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(world.grace().apply(ticket)).isEqualTo(world.desk(ticket));
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }
}
