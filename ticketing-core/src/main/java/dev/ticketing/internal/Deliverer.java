package dev.ticketing.internal;

import dev.ticketing.Delivery;
import dev.ticketing.FeedEntry;
import dev.ticketing.PortalEvent;
import dev.ticketing.Subscriber;
import dev.ticketing.Subscription;
import dev.ticketing.UndeliveredException;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Key;
import dev.ticketing.spi.DeliveryStore.Lane;
import dev.ticketing.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Delivers what is due of one subscription in one tenant, lane by lane. Nothing is held while a subscriber works but a lease:
 * a word in the lane's row that every later write must still find there.
 */
final class Deliverer {

    /** A ticket with much to deliver lets others go first after so many events. */
    private static final int MOST_IN_A_ROW = 50;

    private final DeliveryStore store;
    private final Key key;
    private final Subscription subscription;
    private final Supplier<Instant> now;
    private final Tally tally;

    Deliverer(DeliveryStore store, Key key, Subscription subscription, Supplier<Instant> now, Tally tally) {
        this.store = store;
        this.key = key;
        this.subscription = subscription;
        this.now = now;
        this.tally = tally;
    }

    /** Delivers until nothing is due, or until it is told to stop. */
    void deliverDue(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            // of two workers none may ever have the same one, so the host's source of ids is not asked
            String lease = IdSource.secure().token();
            Optional<Lane> lane = store.claim(key, lease, now.get(), leaseEnd());
            if (lane.isEmpty()) return;
            deliver(lane.get(), lease, goesOn);
        }
    }

    private void deliver(Lane claimed, String lease, BooleanSupplier goesOn) {
        Optional<Lane> lane = Optional.of(claimed);
        for (int i = 0; lane.isPresent(); i++) {
            if (i > 0 && (i == MOST_IN_A_ROW || !goesOn.getAsBoolean())) {
                store.release(lane.get(), lease, now.get());
                return;
            }
            lane = deliverNext(lane.get(), lease);
        }
    }

    /** Delivers the lane's next event. Gives the lane if it is still ours and has more. */
    private Optional<Lane> deliverNext(Lane lane, String lease) {
        Optional<FeedEntry> entry = store.next(lane, subscription.audience());
        if (entry.isEmpty()) return store.advance(lane, lease, lane.last() + 1, now.get(), leaseEnd());
        long version = entry.get().event().version();
        try {
            if (!attempt(lane, lease, entry.get())) return Optional.empty();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            fail(lane, lease, e);
            return Optional.empty();
        }
        tally.delivered++;
        return store.advance(lane, lease, version + 1, now.get(), leaseEnd());
    }

    private boolean attempt(Lane lane, String lease, FeedEntry entry) throws Exception {
        // a worker that died at every attempt said nothing, so the claims are counted
        if (lane.attempts() > subscription.attempts()) throw UndeliveredException.gone("worker-lost");
        if (subscription.forDesk().isPresent())
            return attempt(lane, lease, entry, subscription.forDesk().get(), entry);
        PortalEvent event = PortalEvents.of(entry).orElseThrow();
        return attempt(lane, lease, entry, subscription.forPortal().orElseThrow(), event);
    }

    private <E> boolean attempt(Lane lane, String lease, FeedEntry entry, Subscriber<E> subscriber, E event)
            throws Exception {
        byte[] body = lane.body();
        if (body.length == 0) {
            body = subscriber.body(event);
            if (body.length > 0 && !store.keepBody(lane, lease, body)) return false;
        }
        subscriber.deliver(new Delivery<>(entry.event().id(), lane.attempts(), event, body));
        return true;
    }

    private void fail(Lane lane, String lease, Throwable failure) {
        boolean gone = failure instanceof UndeliveredException known && known.isGone();
        boolean parked = gone || lane.attempts() >= subscription.attempts();
        Duration asked =
                failure instanceof UndeliveredException known ? known.pause().orElse(Duration.ZERO) : Duration.ZERO;
        Instant at = parked ? now.get() : now.get().plus(subscription.pauseAfter(lane.attempts(), asked));
        store.fail(lane, lease, name(failure), at, parked);
        tally.failed++;
        if (parked) tally.parked++;
    }

    private static String name(Throwable failure) {
        return failure instanceof UndeliveredException known
                ? known.reason()
                : failure.getClass().getName();
    }

    private Instant leaseEnd() {
        return now.get().plus(subscription.lease());
    }
}
