package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketing.Audience;
import dev.ticketing.FeedEntry;
import dev.ticketing.Subscription;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.Work;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Key;
import dev.ticketing.spi.DeliveryStore.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many workers: each lane is with one of them at a time, and what a worker that died had comes back. */
public interface LeaseContract extends PortContract {

    /** The subscription that these tests claim lanes of. */
    Key INDEXER = new Key(TenantId.DEFAULT, "indexer");

    /** How long a worker has. */
    Duration LEASE = Duration.ofMinutes(1);

    private static World subscribed(World world, Receiver<FeedEntry> receiver) {
        return world.with(settings -> settings.subscribe(
                Subscription.desk("indexer", receiver).lease(LEASE).attempts(3)));
    }

    /** Makes lanes for everything that is committed, and delivers nothing. */
    private static DeliveryStore fannedOut(World world) {
        world.ticketing().feed().after(0);
        DeliveryStore store = world.storage().deliveries();
        store.subscribe(INDEXER, 0);
        store.fanOut(INDEXER, Audience.DESK, now(world), 500);
        return store;
    }

    private static Optional<Lane> claim(World world, String lease) {
        return world.storage()
                .deliveries()
                .claim(INDEXER, lease, now(world), now(world).plus(LEASE));
    }

    private static Instant now(World world) {
        return Instant.ofEpochMilli(world.clock().millis());
    }

    @Test
    default void givesEachLaneToOneOfManyWorkers() {
        World world = world();
        for (int i = 0; i < 24; i++) world.open();
        fannedOut(world);
        List<List<TicketId>> claimed = Parallel.run(i -> {
            List<TicketId> own = new ArrayList<>();
            Optional<Lane> lane = insistingClaim(world, i + "-0");
            for (int n = 1; lane.isPresent(); n++) {
                own.add(lane.get().ticket());
                lane = insistingClaim(world, i + "-" + n);
            }
            return own;
        });

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(24).doesNotHaveDuplicates();
    }

    private static Optional<Lane> insistingClaim(World world, String lease) {
        return Parallel.insisting(() -> claim(world, lease));
    }

    @Test
    default void deliversOnceAndInOrderWithManyWorkers() {
        Set<TicketId> inHand = ConcurrentHashMap.newKeySet();
        Receiver<FeedEntry> receiver = new Receiver<>();
        World plain = world();
        World world = plain.with(settings -> settings.subscribe(Subscription.desk("indexer", delivery -> {
            TicketId ticket = delivery.event().event().ticket();
            if (!inHand.add(ticket)) throw new AssertionError("two workers have one ticket");
            receiver.deliver(delivery);
            inHand.remove(ticket);
        })));
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 8; i++) tickets.add(plain.open());
        for (int n = 0; n < 5; n++)
            for (TicketId ticket : tickets) plain.grace().tag(ticket, "t" + n);
        List<Work.Report> reports = Parallel.run(
                i -> Parallel.insisting(() -> world.ticketing().work().runDue()));
        world.clock().advance(Duration.ofHours(1));
        Work.Report rest = world.ticketing().work().runDue();

        assertThat(rest.delivered() + rest.failed()).isZero();
        assertThat(reports.stream().mapToLong(Work.Report::delivered).sum()).isEqualTo(48);
        assertThat(reports.stream().mapToLong(Work.Report::sequenced).sum()).isEqualTo(48);
        for (TicketId ticket : tickets)
            assertThat(Receiver.facts(receiver).stream()
                            .filter(event -> event.ticket().equals(ticket)))
                    .isEqualTo(plain.history(ticket));
    }

    @Test
    default void takesOverWhenALeaseIsOver() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World plain = world();
        World world = subscribed(plain, receiver);
        TicketId ticket = plain.open();
        DeliveryStore store = fannedOut(world);
        Lane dead = claim(world, "dead").orElseThrow();
        assertThat(dead.attempts()).isEqualTo(1);

        world.clock().advance(LEASE.minusMillis(1));
        assertThat(world.ticketing().work().runDue().delivered()).isZero();
        world.clock().advance(Duration.ofMillis(1));
        Lane taken = claim(world, "heir").orElseThrow();
        assertThat(taken.attempts()).isEqualTo(2);

        assertThat(store.keepBody(dead, "dead", new byte[] {1})).isFalse();
        assertThat(store.advance(dead, "dead", 2, now(world), now(world).plus(LEASE)))
                .isEmpty();
        store.fail(dead, "dead", "late", now(world), true);
        store.release(dead, "dead", now(world));
        assertThat(claim(world, "third")).isEmpty();
        assertThat(store.parked(INDEXER, Optional.of(ticket), 1)).isEmpty();
        store.release(taken, "heir", now(world));
        assertThat(world.ticketing().work().runDue().delivered()).isEqualTo(1);
        assertThat(receiver.taken()).hasSize(1);
    }

    @Test
    default void parksWhatKillsItsWorkers() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(world(), receiver);
        TicketId ticket = world.open();
        fannedOut(world);
        for (int i = 0; i < 3; i++) {
            assertThat(claim(world, "dead " + i)).isPresent();
            world.clock().advance(LEASE);
        }

        assertThat(world.ticketing().work().runDue().parked()).isEqualTo(1);
        assertThat(receiver.attempts()).isEmpty();
        assertThat(world.ticketing().work().subscription("indexer").parked())
                .extracting(Work.Parked::ticket, Work.Parked::failure)
                .containsExactly(tuple(ticket, "worker-lost"));
    }

    @Test
    default void keepsWhatComesWhileALaneIsWithAWorker() {
        World world = world();
        TicketId ticket = world.open();
        DeliveryStore store = fannedOut(world);
        Lane lane = claim(world, "one").orElseThrow();
        world.grace().take(ticket);
        fannedOut(world);

        assertThat(claim(world, "two")).isEmpty();
        Lane more = store.advance(lane, "one", 2, now(world), now(world).plus(LEASE))
                .orElseThrow();
        assertThat(more.next()).isEqualTo(2);
        assertThat(more.last()).isEqualTo(2);
        assertThat(store.next(more, Audience.DESK).orElseThrow().event())
                .isEqualTo(world.history(ticket).get(1));
        assertThat(store.advance(more, "one", 3, now(world), now(world).plus(LEASE)))
                .isEmpty();
        assertThat(store.left(INDEXER)).isZero();
        world.clock().advance(LEASE);
        assertThat(claim(world, "three")).isEmpty();
    }

    @Test
    default void losesNothingWhenLanesEndWhileTheyAreExtended() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(world(), receiver);
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) tickets.add(world.open());
        CountDownLatch writing = new CountDownLatch(8);
        Parallel.run(i -> {
            if (i < 8) {
                try {
                    for (int n = 0; n < 6; n++) {
                        TicketId ticket = tickets.get((i + n) % 4);
                        String tag = i + "-" + n;
                        Parallel.insisting(() -> world.robot().note(ticket, tag));
                    }
                } finally {
                    writing.countDown();
                }
            } else {
                while (writing.getCount() > 0)
                    Parallel.insisting(() -> world.ticketing().work().runDue());
            }
            return i;
        });
        Parallel.insisting(() -> world.ticketing().work().runDue());

        assertThat(receiver.taken()).hasSize(4 + 48);
        for (TicketId ticket : tickets) {
            List<TicketEvent> told = Receiver.facts(receiver).stream()
                    .filter(event -> event.ticket().equals(ticket))
                    .toList();
            assertThat(told).isEqualTo(world.history(ticket));
        }
        assertThat(world.storage().deliveries().left(INDEXER)).isZero();
    }

    @Test
    default void takesALaneBackFromItsWorkerWhenItIsReplayed() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().take(ticket);
        DeliveryStore store = fannedOut(world);
        Lane first = claim(world, "one").orElseThrow();
        Lane second = store.advance(first, "one", 2, now(world), now(world).plus(LEASE))
                .orElseThrow();
        assertThat(store.keepBody(second, "one", new byte[] {7})).isTrue();
        store.rewind(INDEXER, 0);
        fannedOut(world);

        assertThat(claim(world, "two")).isEmpty();
        assertThat(store.keepBody(second, "one", new byte[] {8})).isFalse();
        assertThat(store.advance(second, "one", 3, now(world), now(world).plus(LEASE)))
                .isEmpty();
        Lane again = claim(world, "two").orElseThrow();
        assertThat(again.next()).isEqualTo(1);
        assertThat(again.last()).isEqualTo(2);
        assertThat(again.body()).isEmpty();
        assertThat(again.attempts()).isEqualTo(1);
    }

    @Test
    default void keepsSubscriptionsApart() {
        World world = world();
        TicketId ticket = world.open();
        DeliveryStore store = fannedOut(world);
        Key other = new Key(TenantId.DEFAULT, "mailer");
        Key elsewhere = new Key(TenantId.of("other"), "indexer");
        store.subscribe(other, 1);
        store.subscribe(elsewhere, 0);
        store.subscribe(INDEXER, 99);

        assertThat(store.positions())
                .containsOnly(Map.entry(INDEXER, 1L), Map.entry(other, 1L), Map.entry(elsewhere, 0L));
        assertThat(store.fanOut(other, Audience.DESK, now(world), 10)).isZero();
        assertThat(store.fanOut(elsewhere, Audience.DESK, now(world), 10)).isZero();
        assertThat(store.fanOut(new Key(TenantId.DEFAULT, "nobody"), Audience.DESK, now(world), 10))
                .isZero();
        assertThat(store.due(now(world))).isEqualTo(Set.of(INDEXER));
        assertThat(store.due(now(world).minusMillis(1))).isEmpty();
        assertThat(claim(world, "one").orElseThrow().ticket()).isEqualTo(ticket);
        store.rewind(other, 7);
        assertThat(store.positions()).containsEntry(other, 1L);
    }
}
