package dev.ticketing.internal;

import dev.ticketing.Feed;
import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.FeedStore;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Gives positions to what is committed before anybody reads on, so that no reader depends on background work. */
final class Sequencing {

    /** Positions given out in one transaction: enough to be quick, few enough to be soon done. */
    private static final int BATCH = 500;

    private final Supplier<FeedStore> store;

    Sequencing(Supplier<FeedStore> store) {
        this.store = store;
    }

    FeedPage after(Access access, long position, int limit) {
        if (position < 0) throw new IllegalArgumentException("position must not be negative");
        if (limit < 1 || limit > Feed.MAX_LIMIT)
            throw new IllegalArgumentException("limit must be from 1 to " + Feed.MAX_LIMIT);
        while (true) {
            boolean all = store.get().sequence(access.tenant(), BATCH) < BATCH;
            FeedPage page = store.get().after(access, position, limit);
            // what still waits comes after a full page
            if (all || page.next() - position == limit) return page;
        }
    }

    /** Gives positions to everything that is committed now. */
    long all(TenantId tenant) {
        long sequenced = 0;
        while (true) {
            int given = store.get().sequence(tenant, BATCH);
            sequenced += given;
            if (given < BATCH) return sequenced;
        }
    }

    /** Gives positions to everything of some tenants that is committed now, and finds where their feeds end. */
    Map<TenantId, Long> all(Predicate<TenantId> isWanted, Tally tally) {
        for (TenantId tenant : store.get().ends().keySet()) if (isWanted.test(tenant)) tally.sequenced += all(tenant);
        Map<TenantId, Long> ends = new HashMap<>(store.get().ends());
        ends.keySet().removeIf(isWanted.negate());
        return ends;
    }

    long end(TenantId tenant) {
        all(tenant);
        return store.get().ends().getOrDefault(tenant, 0L);
    }
}
