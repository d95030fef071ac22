package dev.ticketing.jdbc;

import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.FeedStore;
import java.util.Map;

/** The order of events in SQL tables. Thread-safe. */
final class JdbcFeed implements FeedStore {

    private final OwnTransactions own;

    JdbcFeed(OwnTransactions own) {
        this.own = own;
    }

    @Override
    public Map<TenantId, Long> ends() {
        return own.read(sql -> new FeedTable(sql).ends());
    }

    @Override
    public int sequence(TenantId tenant, int most) {
        // who only reads on waits for no writer unless there is something to do
        if (!own.read(sql -> new FeedTable(sql).isAnyWaiting(tenant))) return 0;
        return own.insist(sql -> new FeedTable(sql).sequence(tenant, most));
    }

    @Override
    public FeedPage after(Access access, long position, int limit) {
        return own.read(sql -> new FeedTable(sql).after(access, position, limit));
    }
}
