package dev.ticketing.contract;

import static dev.ticketing.contract.LifecycleContract.allStatuses;
import static dev.ticketing.contract.LifecycleContract.ticketIn;
import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AllowedAction;
import dev.ticketing.Command;
import dev.ticketing.MessageDraft;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ticket says could be done next is what happens when it is done. */
public interface ActionsContract extends PortContract {

    @Test
    default void tellsStaffWhatIsAllowedAndWhyNot() {
        World world = world();
        for (StatusKey from : allStatuses())
            for (AllowedAction action : world.desk(ticketIn(world, from)).allowedActions()) {
                Optional<Command> command = command(action);
                TicketId ticket = ticketIn(world, from);
                command.ifPresent(act -> assertTold(action, () -> world.grace().apply(ticket, act)));
            }
    }

    @Test
    default void tellsRequestersWhatIsAllowedAndWhyNot() {
        World world = world();
        for (StatusKey from : allStatuses())
            for (AllowedAction action : world.portal(ticketIn(world, from)).allowedActions()) {
                TicketId ticket = ticketIn(world, from);
                Command.ByRequester act = (Command.ByRequester) command(action).orElseThrow();
                assertTold(action, () -> world.ada().apply(ticket, act));
            }
    }

    @Test
    default void tellsOfRepliesClosingAndReopening() {
        World world = world();

        assertThat(portalActions(world, StatusKey.OPEN))
                .contains("reply", "close")
                .doesNotContain("reopen");
        assertThat(portalActions(world, StatusKey.RESOLVED)).contains("reply", "close", "reopen");
        assertThat(portalActions(world, StatusKey.CLOSED)).contains("reopen").doesNotContain("reply", "move");
    }

    private static Iterable<String> portalActions(World world, StatusKey status) {
        return world.portal(ticketIn(world, status)).allowedActions().stream()
                .filter(AllowedAction::allowed)
                .map(AllowedAction::action)
                .toList();
    }

    private static void assertTold(AllowedAction action, Runnable act) {
        if (action.allowed()) act.run();
        else
            assertThat(codeOf(act::run))
                    .as(action.toString())
                    .isEqualTo(action.refusal().get());
    }

    /** The verbs whose answer depends on the status; the others are tried elsewhere. */
    private static Optional<Command> command(AllowedAction action) {
        return switch (action.action()) {
            case "reply" -> Optional.of(new Command.Reply(MessageDraft.of("Hello")));
            case "note" -> Optional.of(new Command.AddNote(MessageDraft.of("Hm.")));
            case "move" -> Optional.of(new Command.Move(action.to().orElseThrow()));
            case "resolve" -> Optional.of(new Command.Resolve(Optional.empty()));
            case "close" -> Optional.of(new Command.Close());
            case "reopen" -> Optional.of(new Command.Reopen());
            default -> Optional.empty();
        };
    }
}
