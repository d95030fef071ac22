package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketing.Command;
import dev.ticketing.FeedEntry;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Listeners in the process: asked before the commit, told after it. */
public interface ListenerContract extends PortContract {

    @Test
    default void asksBeforeTheCommitAndShowsWhatIsAboutToBe() {
        List<FeedEntry> asked = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        World plain = world();
        World world = plain.with(settings -> settings.beforeCommit((entry, reads) -> {
            asked.add(entry);
            versions.add(reads.get(entry.event().ticket()).version());
            assertThat(plain.grace().find(entry.event().ticket()).map(ticket -> ticket.version()))
                    .isNotEqualTo(Optional.of(entry.event().version()));
            assertThatThrownBy(() -> reads.changes(0)).isInstanceOf(IllegalStateException.class);
        }));
        TicketId ticket = world.open();
        world.grace().apply(ticket, new Command.Take(), new Command.Retitle("Smoke"));

        assertThat(asked)
                .extracting(FeedEntry::position, entry -> entry.event().kind())
                .containsExactly(tuple(0L, Kind.OPENED), tuple(0L, Kind.ASSIGNED), tuple(0L, Kind.RETITLED));
        assertThat(asked.get(0).texts()).containsValues("Printer on fire", "It burns since noon.");
        assertThat(asked.get(0).author()).contains("Ada Lovelace");
        assertThat(asked.get(2).texts()).containsValues("Printer on fire", "Smoke");
        assertThat(versions).containsExactly(1L, 3L, 3L);
        assertThat(asked).extracting(FeedEntry::event).isEqualTo(plain.history(ticket));
    }

    @Test
    default void letsAListenerRefuseTheCommand() {
        IllegalStateException refusal = new IllegalStateException("not today");
        World plain = world();
        World world = plain.with(settings -> settings.beforeCommit((entry, reads) -> {
            if (entry.event().kind() == Kind.CLOSED) throw refusal;
        }));
        TicketId ticket = world.open();
        IdempotencyKey key = IdempotencyKey.of("k");

        assertThatThrownBy(() -> world.grace().once(key).close(ticket)).isSameAs(refusal);
        assertThatThrownBy(() -> world.grace().apply(ticket, new Command.Take(), new Command.Close()))
                .isSameAs(refusal);
        assertThat(world.desk(ticket).version()).isEqualTo(1);
        assertThat(plain.ticketing().feed().after(0).entries()).hasSize(1);
        assertThat(plain.grace().once(key).close(ticket).version()).isEqualTo(2);
    }

    @Test
    default void tellsWhatWasCommittedBeforeTheCommandReturns() {
        List<FeedEntry> told = new ArrayList<>();
        World plain = world();
        TicketId ticket = plain.open();
        World world = plain.with(settings -> settings.afterCommit(entry -> {
            told.add(entry);
            assertThat(plain.desk(entry.event().ticket()).version())
                    .isEqualTo(entry.event().version());
        }));
        world.grace().take(ticket);
        assertThat(told).hasSize(1);
        world.ada().reply(ticket, "Hello");
        assertThat(told).hasSize(2);
        Refusals.codeOf(() -> world.grace().retitle(ticket, ""));
        world.grace().take(ticket);

        assertThat(told).isEqualTo(plain.ticketing().feed().after(1).entries());
    }

    @Test
    default void tellsWhatOthersWrote() {
        List<FeedEntry> told = new ArrayList<>();
        World other = world();
        World world = other.with(settings -> settings.afterCommit(told::add));
        TicketId first = other.open();
        Ticketing elsewhere = other.ticketing().tenant(TenantId.of("other"));
        TicketId second = elsewhere.portal(World.ADA).open(World.draft()).id();
        assertThat(told).isEmpty();

        world.grace().take(first);
        assertThat(told).extracting(entry -> entry.event().kind()).containsExactly(Kind.OPENED, Kind.ASSIGNED);
        other.grace().release(first);
        world.ticketing().work().runDue();
        assertThat(told)
                .extracting(entry -> entry.event().ticket())
                .containsExactlyInAnyOrder(first, first, first, second);
        world.ticketing().work().runDue();
        assertThat(told).hasSize(4);
    }

    @Test
    default void keepsAFailingListenerFromTheCommandAndFromOthers() {
        List<FeedEntry> told = new ArrayList<>();
        World world = world().with(settings -> settings.afterCommit(entry -> {
                    throw new IllegalStateException("It burns since noon.");
                })
                .afterCommit(told::add)
                .afterCommit(entry -> {
                    throw new AssertionError("It burns since noon.");
                }));
        List<LogRecord> logged = logging("dev.ticketing.listeners", () -> {
            TicketId ticket = world.open();
            world.grace().take(ticket);
        });

        assertThat(told).extracting(entry -> entry.event().kind()).containsExactly(Kind.OPENED, Kind.ASSIGNED);
        assertThat(logged).hasSize(4).allSatisfy(record -> {
            assertThat(record.getThrown()).isNull();
            assertThat(record.getMessage()).doesNotContain("burns").contains("evt_");
        });
    }

    /** Gives what was logged meanwhile. */
    private static List<LogRecord> logging(String name, Runnable work) {
        List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(name);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        return logged;
    }

    @Test
    default void letsAListenerRunCommands() {
        TenantId other = TenantId.of("other");
        List<String> told = new ArrayList<>();
        AtomicReference<Ticketing> self = new AtomicReference<>();
        World world = world().with(settings -> settings.afterCommit(entry -> {
            String what = entry.event().tenant() + " " + entry.event().kind();
            told.add("begin " + what);
            if (what.equals("default OPENED")) {
                self.get().desk(World.GRACE).tag(entry.event().ticket(), "new");
                self.get().tenant(other).portal(World.ADA).open(World.draft());
            }
            told.add("end " + what);
        }));
        self.set(world.ticketing());
        world.open();

        assertThat(told)
                .containsExactly(
                        "begin default OPENED",
                        "end default OPENED",
                        "begin default TAGGED",
                        "end default TAGGED",
                        "begin other OPENED",
                        "end other OPENED");
    }

    @Test
    default void tellsEachEventOnceAmongManyWriters() {
        List<FeedEntry> told = Collections.synchronizedList(new ArrayList<>());
        World world = world().with(settings -> settings.afterCommit(told::add));
        List<Boolean> heard = Parallel.run(i -> {
            TicketId ticket =
                    Parallel.insisting(() -> world.ada().open(World.draft())).id();
            boolean opening = heard(told, ticket);
            Parallel.insisting(() -> world.grace().take(ticket));
            return opening;
        });

        assertThat(heard).containsOnly(true);
        assertThat(told).extracting(FeedEntry::position).isEqualTo(Feeds.upTo(Parallel.THREADS * 2));
        assertThat(told).isEqualTo(Feeds.all(world.ticketing().feed()));
    }

    private static boolean heard(List<FeedEntry> told, TicketId ticket) {
        synchronized (told) {
            return told.stream().anyMatch(entry -> entry.event().ticket().equals(ticket));
        }
    }
}
