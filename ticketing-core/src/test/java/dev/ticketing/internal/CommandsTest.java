package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.Ticketing;
import dev.ticketing.error.TicketingException;
import dev.ticketing.memory.InMemoryStorage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {

    /** One of each; a new command is missing here until it is added. */
    static List<Command> oneOfEach() {
        return List.of(
                new Command.Reply(MessageDraft.of("words")),
                new Command.AddNote(MessageDraft.of("words")),
                new Command.Edit(new EntryId("tmsg_none"), "words"),
                new Command.EditOpening("other words"),
                new Command.Assign(new AgentId("ben")),
                new Command.Take(),
                new Command.Release(),
                new Command.Move(StatusKey.PENDING),
                new Command.Resolve(Optional.of("words")),
                new Command.Conclude(Optional.of("words")),
                new Command.Close(),
                new Command.Reopen(),
                new Command.Transfer("general"),
                new Command.Prioritise(Priority.LOW),
                new Command.Categorise("billing"),
                new Command.Retitle("words"),
                new Command.Tag(Audience.PORTAL, List.of("words")),
                new Command.Untag(Audience.PORTAL, List.of("words")),
                new Command.Retag(List.of("words")),
                new Command.AddLink(new LinkRef("order", "1")),
                new Command.Unlink(new LinkRef("order", "1")),
                new Command.Cc(List.of("a@example.org")),
                new Command.Uncc(List.of("a@example.org")),
                new Command.Attach(List.of(new OutsideFile("a.txt", "https://example.org/a.txt", 1, "text/plain"))));
    }

    @Test
    void knowsOneOfEachCommand() {
        Set<Class<?>> tried = new HashSet<>();
        oneOfEach().forEach(command -> tried.add(command.getClass()));

        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(records(Command.class).toList());
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void decidesEveryCommandOrRefusesItByRule(Command command) {
        Ticketing ticketing = Ticketing.over(new InMemoryStorage(), Settings.defaults());
        Desk desk = ticketing.desk(Agent.of("ben"));
        Ticket ticket = desk.open(Requester.of("ada"), TicketDraft.of("Subject", "Words"));

        try {
            assertThat(desk.apply(ticket.id(), command).id()).isEqualTo(ticket.id());
        } catch (TicketingException refused) {
            assertThat(command).isInstanceOf(Command.Edit.class);
        }
    }

    @Test
    void givesEveryCommandAFingerprintOfItsOwn() {
        List<String> prints = oneOfEach().stream().map(Fingerprint::of).toList();

        assertThat(prints).doesNotHaveDuplicates();
        assertThat(oneOfEach().stream().map(Fingerprint::of).toList()).isEqualTo(prints);
    }

    @Test
    void keepsPartsApartInAFingerprint() {
        assertThat(Fingerprint.of(List.of("ab", "c"))).isNotEqualTo(Fingerprint.of(List.of("a", "bc")));
        assertThat(Fingerprint.of(List.of("a"), List.of())).isNotEqualTo(Fingerprint.of(List.of(), List.of("a")));
        assertThat(Fingerprint.of(TicketDraft.of("a", "b").tag("c")))
                .isNotEqualTo(Fingerprint.of(TicketDraft.of("a", "b").category("c")));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        if (type.isRecord()) return Stream.of(type);
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(CommandsTest::records)
                .distinct();
    }
}
