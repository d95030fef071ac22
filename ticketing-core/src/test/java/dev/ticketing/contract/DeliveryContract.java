package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.ticketing.Delivery;
import dev.ticketing.FeedEntry;
import dev.ticketing.Subscription;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.UndeliveredException;
import dev.ticketing.Work;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Durable subscriptions: at least once, in order per ticket, and a ticket that fails delays no other. */
public interface DeliveryContract extends PortContract {

    /** A pause without chance: all of it. */
    double NO_CHANCE = Math.nextDown(1.0);

    /** Opens a desk with one subscription. @param subscription the subscription @return the world */
    private World subscribed(Subscription subscription) {
        return world().with(settings -> settings.subscribe(subscription));
    }

    private static Subscription indexer(Receiver<FeedEntry> receiver) {
        return Subscription.desk("indexer", receiver)
                .backoff(Duration.ofSeconds(10), Duration.ofSeconds(30))
                .jitter(() -> NO_CHANCE)
                .attempts(4);
    }

    private static Work.Deliveries indexer(World world) {
        return world.ticketing().work().subscription("indexer");
    }

    private static Work.Report run(World world) {
        return world.ticketing().work().runDue();
    }

    @Test
    default void deliversEverythingOnceAndInOrder() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.grace().note(ticket, "Look at the fuse.");
        world.grace().take(other);

        assertThat(run(world)).isEqualTo(new Work.Report(4, 4, 0, 0, 0));
        assertThat(receiver.events())
                .containsExactlyInAnyOrderElementsOf(Feeds.all(world.ticketing().feed()));
        for (TicketId each : List.of(ticket, other))
            assertThat(Receiver.facts(receiver).stream()
                            .filter(event -> event.ticket().equals(each)))
                    .isEqualTo(world.history(each));
        assertThat(receiver.taken()).allSatisfy(delivery -> {
            assertThat(delivery.id()).isEqualTo(delivery.event().event().id());
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.body()).isEmpty();
        });
        assertThat(run(world)).isEqualTo(new Work.Report(0, 0, 0, 0, 0));
        world.grace().release(other);
        assertThat(run(world).delivered()).isEqualTo(1);
        assertThat(receiver.taken()).hasSize(5);
    }

    @Test
    default void beginsWhereItIsTold() {
        Receiver<FeedEntry> late = new Receiver<>();
        Receiver<FeedEntry> all = new Receiver<>();
        World before = world();
        TicketId ticket = before.open();
        World world = before.with(settings -> settings.subscribe(Subscription.desk("late", late))
                .subscribe(Subscription.desk("all", all).fromBeginning()));
        before.grace().take(ticket);
        before.ticketing().tenant(TenantId.of("new")).portal(World.ADA).open(World.draft());
        run(world);

        assertThat(late.taken()).hasSize(2);
        assertThat(all.taken()).hasSize(3);
        Receiver<FeedEntry> again = new Receiver<>();
        World restarted = before.with(settings -> settings.subscribe(Subscription.desk("late", again)));
        before.grace().release(ticket);
        run(restarted);
        assertThat(again.taken()).hasSize(1);
    }

    @Test
    default void triesAgainAfterAPauseThatDoubles() {
        Receiver<FeedEntry> receiver = new Receiver<FeedEntry>().refusing(delivery -> delivery.attempt() < 4);
        World world = subscribed(indexer(receiver).attempts(12));
        world.open();

        assertThat(run(world)).isEqualTo(new Work.Report(1, 0, 1, 0, 0));
        for (int seconds : List.of(10, 20, 30)) {
            world.clock().advance(Duration.ofSeconds(seconds).minusMillis(2));
            assertThat(run(world).failed()).isZero();
            world.clock().advance(Duration.ofMillis(2));
            run(world);
        }
        assertThat(receiver.attempts()).extracting(Delivery::attempt).containsExactly(1L, 2L, 3L, 4L);
        assertThat(receiver.attempts())
                .extracting(Delivery::id)
                .containsOnly(receiver.taken().get(0).id());
        assertThat(receiver.taken()).hasSize(1);
    }

    @Test
    default void waitsAsLongAsASubscriberAsksWithinBounds() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver).jitter(() -> 0));
        world.open();
        receiver.refusingWith(UndeliveredException.failed("busy").after(Duration.ofSeconds(12)));
        run(world);
        world.clock().advance(Duration.ofMillis(11_999));
        assertThat(run(world).failed()).isZero();
        receiver.refusingWith(UndeliveredException.failed("busy").after(Duration.ofDays(3)));
        world.clock().advance(Duration.ofMillis(1));
        assertThat(run(world).failed()).isEqualTo(1);
        receiver.refusingWith(UndeliveredException.failed("busy"));
        world.clock().advance(Duration.ofSeconds(30));
        assertThat(run(world).failed()).isEqualTo(1);
        receiver.refusing(delivery -> false);
        world.clock().advance(Duration.ofSeconds(15));
        assertThat(run(world).delivered()).isEqualTo(1);
    }

    @Test
    default void letsOneTicketFailAlone() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver));
        TicketId bad = world.open();
        TicketId good = world.open();
        receiver.refusing(delivery -> delivery.event().event().ticket().equals(bad));
        world.grace().take(bad);
        world.grace().take(good);

        assertThat(run(world)).isEqualTo(new Work.Report(4, 2, 1, 0, 0));
        world.grace().release(bad);
        world.grace().release(good);
        assertThat(run(world)).isEqualTo(new Work.Report(2, 1, 0, 0, 0));
        assertThat(Receiver.facts(receiver)).isEqualTo(world.history(good));
        receiver.refusing(delivery -> false);
        world.clock().advance(Duration.ofSeconds(10));
        assertThat(run(world).delivered()).isEqualTo(3);
        assertThat(Receiver.facts(receiver).subList(3, 6)).isEqualTo(world.history(bad));
    }

    @Test
    default void parksATicketThatFailedTooOften() {
        Receiver<FeedEntry> receiver = new Receiver<FeedEntry>().refusing(delivery -> true);
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        world.grace().take(ticket);
        for (int i = 0; i < 3; i++) {
            assertThat(run(world).parked()).isZero();
            world.clock().advance(Duration.ofSeconds(30));
        }
        assertThat(run(world)).isEqualTo(new Work.Report(0, 0, 1, 1, 0));
        world.clock().advance(Duration.ofDays(1));
        assertThat(run(world).failed()).isZero();

        assertThat(indexer(world).parked())
                .containsExactly(new Work.Parked(
                        ticket,
                        world.history(ticket).get(0).id(),
                        4,
                        "java.lang.IllegalStateException",
                        world.clock().instant().minus(Duration.ofDays(1))));
        assertThat(indexer(world).lag()).isEqualTo(2);
        receiver.refusing(delivery -> false);
        assertThat(indexer(world).resume(ticket)).isTrue();
        assertThat(indexer(world).resume(ticket)).isFalse();
        assertThat(run(world).delivered()).isEqualTo(2);
        assertThat(receiver.taken()).extracting(Delivery::attempt).containsExactly(1L, 1L);
        assertThat(indexer(world).lag()).isZero();
    }

    @Test
    default void parksAtOnceWhatIsGone() {
        Receiver<FeedEntry> receiver = new Receiver<FeedEntry>().refusingWith(UndeliveredException.gone("status-410"));
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.grace().take(ticket);

        assertThat(run(world).parked()).isEqualTo(2);
        assertThat(indexer(world).parked())
                .extracting(Work.Parked::ticket, Work.Parked::attempts, Work.Parked::failure)
                .containsExactlyInAnyOrder(tuple(ticket, 1L, "status-410"), tuple(other, 1L, "status-410"));
        receiver.refusing(delivery -> false);
        assertThat(indexer(world).skip(ticket)).isTrue();
        assertThat(indexer(world).skip(ticket)).isFalse();
        assertThat(indexer(world).skip(other)).isTrue();
        assertThat(run(world).delivered()).isEqualTo(1);
        assertThat(Receiver.facts(receiver)).isEqualTo(world.history(ticket).subList(1, 2));
        assertThat(indexer(world).parked()).isEmpty();
    }

    @Test
    default void resumesEverythingAtOnce() {
        Receiver<FeedEntry> receiver = new Receiver<FeedEntry>().refusingWith(UndeliveredException.gone("down"));
        World world = subscribed(indexer(receiver));
        for (int i = 0; i < 3; i++) world.open();
        run(world);
        receiver.refusing(delivery -> false);

        assertThat(indexer(world).resumeAll()).isEqualTo(3);
        assertThat(indexer(world).resumeAll()).isZero();
        assertThat(run(world).delivered()).isEqualTo(3);
    }

    @Test
    default void deliversAgainWhatIsReplayed() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.grace().take(ticket);
        run(world);
        receiver.refusing(delivery -> delivery.event().position() > 3);
        world.grace().release(ticket);
        run(world);

        indexer(world).replayAfter(1);
        assertThat(indexer(world).lag()).isGreaterThanOrEqualTo(3);
        receiver.refusing(delivery -> false);
        assertThat(run(world).delivered()).isEqualTo(3);
        assertThat(receiver.events().subList(3, 6))
                .containsExactlyInAnyOrderElementsOf(
                        world.ticketing().feed().after(1).entries());
        assertThat(Receiver.facts(receiver).subList(3, 6).stream()
                        .filter(event -> event.ticket().equals(ticket)))
                .isEqualTo(world.history(ticket).subList(1, 3));
        assertThat(Receiver.facts(receiver))
                .filteredOn(event -> event.ticket().equals(other))
                .hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> indexer(world).replayAfter(5));
        assertThatIllegalArgumentException().isThrownBy(() -> indexer(world).replayAfter(-1));
    }

    @Test
    default void rendersABodyOnceAndSendsItEachTime() {
        AtomicInteger rendered = new AtomicInteger();
        Receiver<FeedEntry> receiver = new Receiver<FeedEntry>(
                        event -> ("body " + rendered.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                .refusing(delivery -> delivery.attempt() < 3);
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        world.grace().take(ticket);
        for (int i = 0; i < 5; i++) {
            run(world);
            world.clock().advance(Duration.ofSeconds(30));
        }

        assertThat(receiver.attempts())
                .extracting(Delivery::attempt, delivery -> new String(delivery.body(), StandardCharsets.UTF_8))
                .containsExactly(
                        tuple(1L, "body 1"),
                        tuple(2L, "body 1"),
                        tuple(3L, "body 1"),
                        tuple(1L, "body 2"),
                        tuple(2L, "body 2"),
                        tuple(3L, "body 2"));
        assertThat(rendered).hasValue(2);
    }

    @Test
    default void countsABodyThatCannotBeRenderedAsAttempt() {
        Receiver<FeedEntry> receiver = new Receiver<>(event -> {
            throw new IllegalArgumentException("secret words");
        });
        World world = subscribed(indexer(receiver).attempts(1));
        world.open();

        assertThat(run(world).parked()).isEqualTo(1);
        assertThat(receiver.attempts()).isEmpty();
        assertThat(indexer(world).parked().get(0).failure()).isEqualTo("java.lang.IllegalArgumentException");
    }

    @Test
    default void letsOthersGoFirstNowAndThen() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver));
        TicketId ticket = world.open();
        IntStream.range(0, 120).forEach(i -> world.grace().retitle(ticket, "Title " + i));
        TicketId other = world.open();
        receiver.refusing(delivery -> {
            world.clock().advance(Duration.ofMillis(1));
            return false;
        });

        assertThat(run(world).delivered()).isEqualTo(122);
        assertThat(Receiver.facts(receiver).stream()
                        .filter(event -> event.ticket().equals(ticket)))
                .isEqualTo(world.history(ticket));
        assertThat(Receiver.facts(receiver).indexOf(world.history(other).get(0)))
                .isLessThan(121);
    }

    @Test
    default void worksForOneTenantThroughItsDoor() {
        Receiver<FeedEntry> receiver = new Receiver<>();
        World world = subscribed(indexer(receiver));
        TenantId other = TenantId.of("other");
        world.open();
        world.ticketing().tenant(other).portal(World.ADA).open(World.draft());

        assertThat(world.ticketing().tenant(other).work().runDue().delivered()).isEqualTo(1);
        assertThat(receiver.taken().get(0).event().event().tenant()).isEqualTo(other);
        assertThat(indexer(world).lag()).isEqualTo(1);
        assertThat(world.ticketing()
                        .tenant(other)
                        .work()
                        .subscription("indexer")
                        .lag())
                .isZero();
        assertThat(run(world).delivered()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.ticketing().work().subscription("nobody"));
    }
}
