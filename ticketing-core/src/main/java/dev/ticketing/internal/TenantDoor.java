package dev.ticketing.internal;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.Feed;
import dev.ticketing.Portal;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.Ticketing;
import dev.ticketing.Work;
import java.util.Objects;
import java.util.Optional;

/** The front door of one tenant. */
record TenantDoor(Engine engine, TenantId tenant) implements Ticketing {

    @Override
    public Portal portal(Requester requester) {
        return engine.portal(
                Objects.requireNonNull(requester, "requester == null").tenant(tenant));
    }

    @Override
    public Desk desk(Agent agent) {
        return engine.desk(Objects.requireNonNull(agent, "agent == null").tenant(tenant));
    }

    @Override
    public Ticketing tenant(TenantId other) {
        return new TenantDoor(engine, Objects.requireNonNull(other, "tenant == null"));
    }

    @Override
    public Feed feed() {
        return engine.feed(tenant);
    }

    @Override
    public Work work() {
        return engine.work(Optional.of(tenant));
    }

    @Override
    public Settings settings() {
        return engine.settings();
    }

    @Override
    public void sweep() {
        engine.sweep();
    }

    @Override
    public Diagnosis doctor() {
        return engine.doctor(tenant);
    }
}
