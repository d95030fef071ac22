package dev.ticketing.internal;

import dev.ticketing.FeedEntry;
import dev.ticketing.Subscription;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.Work;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Key;
import dev.ticketing.spi.DeliveryStore.Lane;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks after one subscription in one tenant. */
record EngineDeliveries(Background background, Subscription subscription, Key key) implements Work.Deliveries {

    @Override
    public List<Work.Parked> parked() {
        return store().parked(key, Optional.empty(), MAX_PARKED).stream()
                .flatMap(lane -> stopped(lane).map(event -> parked(lane, event)).stream())
                .toList();
    }

    @Override
    public boolean resume(TicketId ticket) {
        Objects.requireNonNull(ticket, "ticket == null");
        return store().resume(key, Optional.of(ticket), background.now()) > 0;
    }

    @Override
    public long resumeAll() {
        return store().resume(key, Optional.empty(), background.now());
    }

    @Override
    public boolean skip(TicketId ticket) {
        Objects.requireNonNull(ticket, "ticket == null");
        for (Lane lane : store().parked(key, Optional.of(ticket), 1)) {
            long stopped = stopped(lane).map(TicketEvent::version).orElse(lane.last());
            return store().skip(lane, stopped + 1, background.now());
        }
        return false;
    }

    @Override
    public void replayAfter(long position) {
        if (position < 0) throw new IllegalArgumentException("position must not be negative");
        if (position > background.sequencing().end(key.tenant()))
            throw new IllegalArgumentException("position is beyond the end of the feed");
        background.subscribe(key, subscription);
        store().rewind(key, position);
    }

    @Override
    public long lag() {
        background.subscribe(key, subscription);
        long end = background.sequencing().end(key.tenant());
        return end - store().positions().getOrDefault(key, end) + store().left(key);
    }

    private DeliveryStore store() {
        return background.store();
    }

    private Optional<TicketEvent> stopped(Lane lane) {
        return store().next(lane, subscription.audience()).map(FeedEntry::event);
    }

    private static Work.Parked parked(Lane lane, TicketEvent event) {
        return new Work.Parked(
                lane.ticket(), event.id(), lane.attempts(), lane.failure().orElse(""), lane.at());
    }
}
