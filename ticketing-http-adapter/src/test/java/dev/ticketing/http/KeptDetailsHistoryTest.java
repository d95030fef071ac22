package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.FileRef;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.TestClock;
import dev.ticketing.error.TicketingException;
import dev.ticketing.jdbc.JdbcTicketing;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A servlet that keeps answers gives every caller the same bytes as one that keeps none, after every command: over HTTP, by Java
 * code, and by another door to the same file that this one knows nothing of.
 */
class KeptDetailsHistoryTest {

    private static final List<String> READERS = List.of("ada", "bob", "grace", "ben", "robot");
    private static final List<String> PATHS = List.of(
            "/api/v2/support/tickets/{id}",
            "/api/v2/support/tickets/1",
            "/v2/support-tickets/{id}",
            "/api/v2/desk/tickets/{id}",
            "/api/v2/desk/tickets/{id}/thread",
            "/api/v2/desk/tickets/{id}/thread?limit=2",
            "/api/v2/desk/tickets/1/thread");
    private static final int ROUNDS = 3;

    private final TestClock clock = new TestClock(Host.START);
    private final Set<Class<?>> landed = new LinkedHashSet<>();

    @Test
    void showsWhatAServletShowsThatKeepsNothing(@TempDir Path folder) {
        Path file = folder.resolve("support.db");
        try (JdbcTicketing own = JdbcTicketing.builder(file)
                        .settings(Host.standard(clock))
                        .build();
                JdbcTicketing other = JdbcTicketing.builder(file)
                        .settings(Host.standard(clock))
                        .build();
                Host keeping = Host.over(own, clock);
                Host plain = Host.over(own, clock, servlet -> servlet.keptBytes(0))) {
            TicketId ticket = own.portal(Host.ADA)
                    .open(TicketDraft.of("Refund", "It arrived broken.").tag("order"))
                    .id();
            assertSame(keeping, plain, ticket, "nothing");
            Random random = new Random(20261121);
            for (int round = 0; round < ROUNDS; round++) {
                for (Command command : commands(own, ticket)) {
                    Ticketing door = random.nextBoolean() ? own : other;
                    apply(door, ticket, command);
                    // most reads find kept bytes of the version before; some find none
                    if (random.nextInt(4) > 0)
                        assertSame(keeping, plain, ticket, command.getClass().getSimpleName());
                }
                overHttp(keeping, plain, ticket, round);
            }
            assertThat(landed)
                    .containsExactlyInAnyOrderElementsOf(leaves(Command.class).toList());
        }
    }

    private void overHttp(Host keeping, Host plain, TicketId ticket, int round) {
        String support = "/api/v2/support/tickets/" + ticket;
        assertThat(keeping.as("ada")
                        .post(support + "/messages", "{\"message\":\"Still broken " + round + ".\"}")
                        .status())
                .isEqualTo(201);
        assertSame(keeping, plain, ticket, "a reply over HTTP");
        assertThat(keeping.as("ada").post(support + "/actions/close").status()).isEqualTo(200);
        assertSame(keeping, plain, ticket, "closing over HTTP");
        assertThat(keeping.as("ada")
                        .put("/v2/support-tickets/" + ticket, "{\"status\":\"open\"}")
                        .status())
                .isEqualTo(200);
        assertSame(keeping, plain, ticket, "reopening over HTTP");
        String note = "/api/v2/desk/tickets/" + ticket + "/notes";
        assertThat(keeping.as("grace")
                        .post(note, "{\"text\":\"Known since round " + round + ".\"}")
                        .status())
                .isEqualTo(201);
        assertSame(keeping, plain, ticket, "a note over HTTP");
    }

    private static void assertSame(Host keeping, Host plain, TicketId ticket, String after) {
        for (String path : PATHS)
            for (String reader : READERS) {
                String asked = path.replace("{id}", ticket.value());
                assertThat(ForeignTicketTest.timeless(keeping.as(reader).get(asked)))
                        .as("%s for %s after %s", path, reader, after)
                        .isEqualTo(ForeignTicketTest.timeless(plain.as(reader).get(asked)));
            }
    }

    /** Refusals are part of it; they change nothing. */
    private void apply(Ticketing door, TicketId ticket, Command command) {
        try {
            long before = door.desk(Host.GRACE).get(ticket).version();
            long now = door.desk(Host.GRACE).apply(ticket, command).version();
            if (now > before) landed.add(command.getClass());
        } catch (TicketingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** Every command there is, in an order in which each does something; the clock stands still throughout. */
    private static List<Command> commands(Ticketing ticketing, TicketId ticket) {
        LinkRef link = Host.ADAS_SERVER;
        Agent grace = Host.GRACE;
        String last = ticketing.desk(grace).thread(ticket, ThreadQuery.whole()).entries().stream()
                .reduce((first, second) -> second)
                .orElseThrow()
                .id()
                .value();
        FileRef outside = new OutsideFile("log.txt", "https://files.example.org/log.txt", 12, "text/plain");
        return List.of(
                new Command.Assign(AgentId.of("agent_2")),
                new Command.Release(),
                new Command.Take(),
                new Command.Reply(MessageDraft.of("We look into it.")),
                new Command.AddNote(MessageDraft.of("Known trouble.")),
                new Command.Edit(EntryId.of(last), "Other words after " + last.length()),
                new Command.EditOpening("It arrived broken, " + last),
                new Command.Move(StatusKey.IN_PROGRESS),
                new Command.Transfer("billing"),
                new Command.Prioritise(Priority.HIGH),
                new Command.Categorise("billing"),
                new Command.Retitle("Refund, " + last),
                new Command.Tag(Audience.PORTAL, List.of("red")),
                new Command.Tag(Audience.DESK, List.of("fraud")),
                new Command.Untag(Audience.DESK, List.of("fraud")),
                new Command.Untag(Audience.PORTAL, List.of("red")),
                new Command.Retag(List.of("blue", "order")),
                new Command.Retag(List.of("order")),
                new Command.AddLink(link),
                new Command.Unlink(link),
                new Command.Cc(List.of("eve@example.org")),
                new Command.Uncc(List.of("eve@example.org")),
                new Command.Attach(List.of(outside)),
                new Command.Resolve(Optional.of("Refunded.")),
                new Command.Conclude(Optional.of("Refunded in full.")),
                new Command.Close(),
                new Command.Reopen(),
                new Command.Prioritise(Priority.LOW),
                new Command.Categorise("general"),
                new Command.Transfer("general"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return Stream.of(type);
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(KeptDetailsHistoryTest::leaves)
                .distinct();
    }
}
