package dev.ticketing.internal;

import dev.ticketing.Subscription;
import dev.ticketing.TenantId;
import dev.ticketing.Work;
import dev.ticketing.spi.DeliveryStore.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The work of one tenant, or of all. */
record EngineWork(Background background, List<Subscription> subscriptions, Optional<TenantId> tenant) implements Work {

    @Override
    public Report runDue() {
        Tally tally = new Tally();
        background.run(tenant, tally, () -> true);
        return tally.report();
    }

    @Override
    public Schedule every(Duration pause) {
        if (pause.toMillis() < 1) throw new IllegalArgumentException("pause must be at least a millisecond");
        return WorkSchedule.start(goesOn -> background.run(tenant, new Tally(), goesOn), pause);
    }

    @Override
    public Deliveries subscription(String name) {
        Subscription found = subscriptions.stream()
                .filter(subscription -> subscription.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the settings have no subscription " + name));
        return new EngineDeliveries(background, found, new Key(tenant.orElse(TenantId.DEFAULT), name));
    }
}
