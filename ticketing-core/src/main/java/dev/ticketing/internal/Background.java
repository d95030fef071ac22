package dev.ticketing.internal;

import dev.ticketing.Settings;
import dev.ticketing.Subscription;
import dev.ticketing.TenantId;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Key;
import dev.ticketing.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** What a door whose transactions are its own can do beside commands: feed, listeners, deliveries. Thread-safe. */
final class Background {

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final int BATCH = 500;

    private final Storage storage;
    private final Settings settings;
    private final Sequencing sequencing;
    private final AfterCommit afterCommit;
    private final LongSupplier sweep;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
    private volatile Map<TenantId, Long> begin = Map.of();

    Background(Storage storage, Settings settings, LongSupplier sweep) {
        this.storage = storage;
        this.settings = settings;
        this.sweep = sweep;
        this.sequencing = new Sequencing(storage::feed);
        this.afterCommit = new AfterCommit(sequencing, settings.afterCommit());
    }

    /** Remembers where the feeds end, for those who want to hear of what comes from now on; part of building. */
    void begin() {
        boolean fromNow = !settings.afterCommit().isEmpty()
                || settings.subscriptions().stream().anyMatch(subscription -> !subscription.beginsAtBeginning());
        if (!fromNow) return;
        begin = sequencing.all(tenant -> true, new Tally());
        afterCommit.begin(begin);
    }

    Sequencing sequencing() {
        return sequencing;
    }

    DeliveryStore store() {
        return storage.deliveries();
    }

    void committed(TenantId tenant) {
        afterCommit.tell(tenant);
    }

    /** Does what is due: for one tenant, or for all. */
    void run(Optional<TenantId> only, Tally tally, BooleanSupplier goesOn) {
        Predicate<TenantId> isWanted = tenant -> only.isEmpty() || only.get().equals(tenant);
        Map<TenantId, Long> ends = sequencing.all(isWanted, tally);
        ends.keySet().forEach(afterCommit::tell);
        fanOut(ends);
        deliver(isWanted, tally, goesOn);
        sweepNowAndThen(tally);
    }

    /** Makes a subscription known where it is new: it begins where the feed ended when the door was built. */
    void subscribe(Key key, Subscription subscription) {
        store().subscribe(key, subscription.beginsAtBeginning() ? 0 : begin.getOrDefault(key.tenant(), 0L));
    }

    private void fanOut(Map<TenantId, Long> ends) {
        if (settings.subscriptions().isEmpty()) return;
        Map<Key, Long> positions = store().positions();
        ends.forEach((tenant, end) -> {
            for (Subscription subscription : settings.subscriptions()) {
                Key key = new Key(tenant, subscription.name());
                if (!positions.containsKey(key)) subscribe(key, subscription);
                if (positions.getOrDefault(key, -1L) < end) fanOut(key, subscription);
            }
        });
    }

    private void fanOut(Key key, Subscription subscription) {
        int looked = BATCH;
        while (looked == BATCH) looked = store().fanOut(key, subscription.audience(), now(), BATCH);
    }

    private void deliver(Predicate<TenantId> isWanted, Tally tally, BooleanSupplier goesOn) {
        if (settings.subscriptions().isEmpty()) return;
        for (Key key : store().due(now()))
            for (Subscription subscription : settings.subscriptions())
                if (isWanted.test(key.tenant()) && subscription.name().equals(key.name()))
                    new Deliverer(store(), key, subscription, this::now, tally).deliverDue(goesOn);
    }

    private void sweepNowAndThen(Tally tally) {
        Instant due = nextSweep.get();
        Instant now = now();
        if (now.isBefore(due) || !nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS))) return;
        tally.swept += sweep.getAsLong();
    }

    Instant now() {
        return Instant.ofEpochMilli(settings.clock().millis());
    }
}
