package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.Command;
import dev.ticketing.PortalEvent;
import dev.ticketing.PortalEvent.Change;
import dev.ticketing.PortalTicket;
import dev.ticketing.Subscription;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.TicketId;
import dev.ticketing.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a subscriber for requesters gets: nothing that staff keep to themselves, and no trace of it. */
public interface PortalEventContract extends PortContract {

    private static World mailing(World world, Receiver<PortalEvent> receiver) {
        return world.with(settings -> settings.subscribe(Subscription.portal("mailer", receiver)
                .jitter(() -> 0)
                .backoff(Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }

    @Test
    default void tellsWhatRequestersMayLearnOf() {
        Receiver<PortalEvent> receiver = new Receiver<>();
        World world = mailing(world(), receiver);
        TicketId ticket =
                world.open(World.draft().cc("eve@example.org").channel("mail").aiSummary("secret summary"));
        world.grace().note(ticket, "secret");
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("secret")));
        world.grace().reply(ticket, "On my way.");
        world.grace().assign(ticket, AgentId.of("ben"));
        world.grace().retitle(ticket, "Smoke");
        Work.Report report = world.ticketing().work().runDue();

        assertThat(report.delivered()).isEqualTo(4);
        List<PortalEvent> events = receiver.events();
        assertThat(events)
                .extracting(PortalEvent::kind, PortalEvent::version, PortalEvent::by)
                .containsExactly(
                        tuple(Kind.OPENED, 1L, AuthorKind.REQUESTER),
                        tuple(Kind.REPLIED, 2L, AuthorKind.STAFF),
                        tuple(Kind.ASSIGNED, 3L, AuthorKind.STAFF),
                        tuple(Kind.RETITLED, 4L, AuthorKind.STAFF));
        assertThat(events.get(0).changes())
                .contains(
                        new Change("subject", Optional.empty(), Optional.of("Printer on fire")),
                        new Change("cc", Optional.empty(), Optional.of("eve@example.org")),
                        new Change("status", Optional.empty(), Optional.of("open")))
                .extracting(Change::field)
                .doesNotContain("channel", "ai_summary", "first_responded_at", "external_id");
        assertThat(events.get(1).message())
                .contains(new PortalEvent.Message(
                        world.ada()
                                .thread(ticket, ThreadQuery.whole())
                                .messages()
                                .get(1)
                                .id(),
                        2,
                        new Author("grace", Optional.of("Grace Hopper"), AuthorKind.STAFF),
                        Optional.of("On my way."),
                        false,
                        false));
        assertThat(events.get(1).changes())
                .containsExactly(new Change("status", Optional.of("open"), Optional.of("answered")));
        assertThat(events.get(2).changes())
                .containsExactly(new Change("assignee", Optional.empty(), Optional.of("ben")));
        assertThat(events.get(3).changes())
                .containsExactly(new Change("subject", Optional.of("Printer on fire"), Optional.of("Smoke")));
        assertThat(List.of(events.get(2), events.get(3)).toString() + shown(events))
                .doesNotContain("secret");
        PortalTicket shown = world.portal(ticket);
        assertThat(events.get(3).version()).isEqualTo(shown.version());
        assertThat(events.get(3).at()).isEqualTo(shown.updatedAt());
    }

    /** Every word of an event; its own text form keeps silent about what people wrote. */
    private static String shown(List<PortalEvent> events) {
        return events.stream()
                .map(event -> String.join(
                        " ",
                        event.id(),
                        event.tenant().value(),
                        event.ticket().value(),
                        String.valueOf(event.version()),
                        event.kind().name(),
                        event.by().name(),
                        event.at().toString(),
                        event.changes().toString(),
                        event.message().toString(),
                        event.attachments().toString()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    default void isTheSameWhateverStaffKeepToThemselves() {
        for (long seed = 61; seed < 64; seed++) {
            Receiver<PortalEvent> expected = new Receiver<>();
            Receiver<PortalEvent> actual = new Receiver<>();
            RandomHistory plain = live(mailing(world(), expected), seed, false);
            RandomHistory busy = live(mailing(world(), actual), seed, true);

            assertThat(expected.events()).hasSizeGreaterThan(40);
            assertThat(actual.taken()).hasSameSizeAs(expected.taken());
            assertThat(byTicket(actual, busy)).doesNotContain("secret").isEqualTo(byTicket(expected, plain));
        }
    }

    private static RandomHistory live(World world, long seed, boolean withSecrets) {
        RandomHistory history = new RandomHistory(world, seed);
        Random when = new Random(seed);
        for (int i = 0; i < 80; i++) {
            for (int secrets = withSecrets ? when.nextInt(3) : 0; secrets > 0; secrets--) history.keepSecret();
            history.act();
            if (i % 20 == 0) world.ticketing().work().runDue();
        }
        if (withSecrets) history.keepSecret();
        world.ticketing().work().runDue();
        return history;
    }

    private static String byTicket(Receiver<PortalEvent> receiver, RandomHistory history) {
        List<PortalEvent> ordered = history.tickets().stream()
                .flatMap(ticket -> receiver.events().stream()
                        .filter(event -> event.ticket().equals(ticket)))
                .toList();
        return PortalView.shown(shown(ordered));
    }

    @Test
    default void movesOverNotesWithoutATrace() {
        Receiver<PortalEvent> receiver = new Receiver<>();
        World world = mailing(world(), receiver);
        TicketId ticket = world.open();
        receiver.refusing(delivery -> true);
        world.ticketing().work().runDue();
        for (int i = 0; i < 3; i++) world.grace().note(ticket, "secret");
        receiver.refusing(delivery -> false);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(world.ticketing().work().runDue().delivered()).isEqualTo(1);
        world.grace().note(ticket, "secret");
        world.ada().reply(ticket, "Still burning");
        world.grace().note(ticket, "secret");

        assertThat(world.ticketing().work().runDue()).isEqualTo(new Work.Report(3, 1, 0, 0, 0));
        assertThat(receiver.events()).extracting(PortalEvent::version).containsExactly(1L, 2L);
        assertThat(receiver.events().get(1).message().orElseThrow().seq()).isEqualTo(2);
        assertThat(world.ticketing().work().subscription("mailer").lag()).isZero();
    }
}
