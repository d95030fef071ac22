package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.FeedEntry;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.DeliveryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is left to deliver, in SQL tables. Thread-safe. */
final class JdbcDeliveries implements DeliveryStore {

    private final OwnTransactions own;

    JdbcDeliveries(OwnTransactions own) {
        this.own = own;
    }

    @Override
    public void subscribe(Key key, long position) {
        own.insist(sql -> {
            new FanOut(sql).subscribe(key, position);
            return key;
        });
    }

    @Override
    public Map<Key, Long> positions() {
        return own.read(sql -> new FanOut(sql).positions());
    }

    @Override
    public int fanOut(Key key, Audience audience, Instant now, int most) {
        return own.insist(sql -> new FanOut(sql).run(key, audience, now, most));
    }

    @Override
    public void rewind(Key key, long position) {
        own.insist(sql -> {
            new FanOut(sql).rewind(key, position);
            return key;
        });
    }

    @Override
    public Set<Key> due(Instant now) {
        return own.read(sql -> new FanOut(sql).due(now));
    }

    @Override
    public Optional<Lane> claim(Key key, String lease, Instant now, Instant until) {
        return own.insist(sql -> new LaneTable(sql).claim(key, lease, now, until));
    }

    @Override
    public Optional<FeedEntry> next(Lane lane, Audience audience) {
        Access access = new Access(lane.subscription().tenant(), Optional.empty(), Set.of(), audience);
        return own.read(sql -> new TicketTable(sql)
                .keyOf(access.tenant(), lane.ticket())
                .flatMap(ticket -> new FeedTable(sql).first(access, ticket, lane.next(), lane.last())));
    }

    @Override
    public boolean keepBody(Lane lane, String lease, byte[] body) {
        return own.insist(sql -> new LaneTable(sql).keepBody(lane, lease, body));
    }

    @Override
    public Optional<Lane> advance(Lane lane, String lease, long next, Instant now, Instant until) {
        return own.insist(sql -> new LaneTable(sql).advance(lane, lease, next, now, until));
    }

    @Override
    public void release(Lane lane, String lease, Instant due) {
        own.insist(sql -> {
            new LaneTable(sql).release(lane, lease, due);
            return lane;
        });
    }

    @Override
    public void fail(Lane lane, String lease, String failure, Instant at, boolean parked) {
        own.insist(sql -> {
            new LaneTable(sql).fail(lane, lease, failure, at, parked);
            return lane;
        });
    }

    @Override
    public List<Lane> parked(Key key, Optional<TicketId> ticket, int most) {
        return own.read(sql -> ticket.isEmpty()
                ? new LaneTable(sql).parked(key, most)
                : new TicketTable(sql)
                        .keyOf(key.tenant(), ticket.get())
                        .map(found -> new LaneTable(sql).parked(key, found))
                        .orElse(List.of()));
    }

    @Override
    public int resume(Key key, Optional<TicketId> ticket, Instant now) {
        return own.insist(sql -> ticket.isEmpty()
                ? new LaneTable(sql).resumeAll(key, now)
                : new TicketTable(sql)
                        .keyOf(key.tenant(), ticket.get())
                        .map(found -> new LaneTable(sql).resume(key, found, now))
                        .orElse(0));
    }

    @Override
    public boolean skip(Lane lane, long next, Instant now) {
        return own.insist(sql -> new LaneTable(sql).skip(lane, next, now));
    }

    @Override
    public long left(Key key) {
        return own.read(sql -> new LaneTable(sql).left(key));
    }
}
