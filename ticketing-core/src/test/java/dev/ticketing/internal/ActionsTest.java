package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.Agent;
import dev.ticketing.AllowedAction;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Lifecycle;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.Status;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import dev.ticketing.memory.InMemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told to be allowed is allowed, and what is told to be refused is refused with that reason. */
class ActionsTest {

    private static final Requester ADA = Requester.of("ada");

    private final Ticketing ticketing = Ticketing.over(new InMemoryStorage(), Settings.defaults());
    private final Desk desk = ticketing.desk(Agent.of("ben"));
    private final Portal portal = ticketing.portal(ADA);

    static Stream<StatusKey> everyStatus() {
        return Lifecycle.standard().statuses().stream().map(Status::key);
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void tellsStaffTheTruth(StatusKey status) {
        List<AllowedAction> actions = desk.get(ticketAt(status)).allowedActions();
        assertThat(actions).extracting(AllowedAction::action).contains("reply", "move", "close", "resolve");

        for (AllowedAction action : actions)
            command(action).ifPresent(command -> check(action, () -> desk.apply(ticketAt(status), command)));
    }

    @ParameterizedTest
    @MethodSource("everyStatus")
    void tellsRequestersTheTruth(StatusKey status) {
        PortalTicket ticket = portal.get(ticketAt(status));

        for (AllowedAction action : ticket.allowedActions())
            check(
                    action,
                    () -> portal.apply(ticketAt(status), (Command.ByRequester)
                            command(action).orElseThrow()));
    }

    @Test
    void tellsWhoHasTheTicketAlready() {
        TicketId id = ticketAt(StatusKey.IN_PROGRESS);
        desk.take(id);

        assertThat(refusalOfTaking(desk.get(id))).isEmpty();
        Ticket seenByOther = ticketing.desk(Agent.of("grace")).get(id);
        assertThat(refusalOfTaking(seenByOther)).contains(ErrorCode.ALREADY_TAKEN);
    }

    private static Optional<ErrorCode> refusalOfTaking(Ticket ticket) {
        return ticket.allowedActions().stream()
                .filter(action -> action.action().equals("take"))
                .findFirst()
                .orElseThrow()
                .refusal();
    }

    private static void check(AllowedAction action, Runnable act) {
        if (action.refusal().isEmpty()) {
            act.run();
        } else {
            assertThatExceptionOfType(TicketingException.class)
                    .as(action.toString())
                    .isThrownBy(act::run)
                    .extracting(TicketingException::code)
                    .isEqualTo(action.refusal().get());
        }
    }

    /** Only what depends on the status; everything else is always allowed. */
    private static Optional<Command> command(AllowedAction action) {
        return switch (action.action()) {
            case "reply" -> Optional.of(new Command.Reply(MessageDraft.of("words")));
            case "close" -> Optional.of(new Command.Close());
            case "reopen" -> Optional.of(new Command.Reopen());
            case "resolve" -> Optional.of(new Command.Resolve(Optional.empty()));
            case "move" -> Optional.of(new Command.Move(action.to().orElseThrow()));
            case "take" -> Optional.of(new Command.Take());
            case "note" -> Optional.of(new Command.AddNote(MessageDraft.of("words")));
            default -> Optional.empty();
        };
    }

    private TicketId ticketAt(StatusKey status) {
        TicketId id = portal.open(TicketDraft.of("Subject", "Words")).id();
        desk.move(id, status);
        return id;
    }
}
