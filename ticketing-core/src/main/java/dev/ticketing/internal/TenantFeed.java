package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Feed;
import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import dev.ticketing.spi.Access;
import java.util.Optional;
import java.util.Set;

/** The feed of one tenant, with everything in it. */
record TenantFeed(Sequencing sequencing, TenantId tenant) implements Feed {

    @Override
    public FeedPage after(long position, int limit) {
        return sequencing.after(everything(tenant), position, limit);
    }

    static Access everything(TenantId tenant) {
        return new Access(tenant, Optional.empty(), Set.of(), Audience.DESK);
    }
}
