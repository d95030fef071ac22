package dev.ticketing.internal;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Portal;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.Ticketing;
import java.util.Objects;

/** The front door of one tenant. */
record TenantDoor(Ticketing door, TenantId tenant) implements Ticketing {

    @Override
    public Portal portal(Requester requester) {
        return door.portal(
                Objects.requireNonNull(requester, "requester == null").tenant(tenant));
    }

    @Override
    public Desk desk(Agent agent) {
        return door.desk(Objects.requireNonNull(agent, "agent == null").tenant(tenant));
    }

    @Override
    public Ticketing tenant(TenantId other) {
        return new TenantDoor(door, Objects.requireNonNull(other, "tenant == null"));
    }

    @Override
    public Settings settings() {
        return door.settings();
    }

    @Override
    public void sweep() {
        door.sweep();
    }
}
