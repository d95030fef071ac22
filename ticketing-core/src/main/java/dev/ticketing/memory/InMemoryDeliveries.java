package dev.ticketing.memory;

import dev.ticketing.Audience;
import dev.ticketing.FeedEntry;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.memory.FeedRows.EventRef;
import dev.ticketing.spi.DeliveryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is left to deliver, in memory. */
final class InMemoryDeliveries implements DeliveryStore {

    private static final Comparator<LaneRow> LONGEST_DUE = Comparator.comparing(
                    (LaneRow row) -> row.lane().at())
            .thenComparing(row -> row.lane().ticket().value());

    private final InMemoryStorage storage;

    InMemoryDeliveries(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public void subscribe(Key key, long position) {
        if (positions().containsKey(key)) return;
        storage.change(tables -> tables.feed().positions().putIfAbsent(key, position));
    }

    @Override
    public Map<Key, Long> positions() {
        return Map.copyOf(storage.committed().feed().positions());
    }

    @Override
    public int fanOut(Key key, Audience audience, Instant now, int most) {
        return storage.change(tables -> {
            FeedRows rows = tables.feed();
            Long position = rows.positions().get(key);
            if (position == null) return 0;
            List<EventRef> order = rows.order(key.tenant());
            int from = (int) Math.min(position, order.size());
            int end = Math.min(from + most, order.size());
            for (EventRef event : order.subList(from, end))
                if (isFor(audience, event(tables, event))) extend(rows, key, event, now);
            rows.positions().put(key, Math.max(position, end));
            return end - from;
        });
    }

    private static void extend(FeedRows rows, Key key, EventRef event, Instant now) {
        LaneRow.Name name = new LaneRow.Name(key, event.ticket());
        rows.lanes()
                .compute(
                        name,
                        (same, row) ->
                                row == null ? LaneRow.of(name, event.version(), now) : row.with(event.version(), now));
    }

    @Override
    public void rewind(Key key, long position) {
        storage.change(
                tables -> tables.feed().positions().computeIfPresent(key, (same, now) -> Math.min(now, position)));
    }

    @Override
    public Set<Key> due(Instant now) {
        Set<Key> due = new HashSet<>();
        for (LaneRow row : storage.committed().feed().lanes().values())
            if (row.isDue(now)) due.add(row.lane().subscription());
        return due;
    }

    @Override
    public Optional<Lane> claim(Key key, String lease, Instant now, Instant until) {
        return storage.change(tables -> {
            Optional<LaneRow> due = lanes(tables, key)
                    .filter(row -> row.isDue(now))
                    .min(LONGEST_DUE)
                    .map(row -> row.claimed(lease, until));
            due.ifPresent(row -> tables.feed().lanes().put(name(row.lane()), row));
            return due.map(LaneRow::lane);
        });
    }

    @Override
    public Optional<FeedEntry> next(Lane lane, Audience audience) {
        Tables tables = storage.committed();
        for (long version = lane.next(); version <= lane.last(); version++) {
            EventRef event = new EventRef(lane.subscription().tenant(), lane.ticket(), version);
            if (isFor(audience, event(tables, event))) return Optional.of(InMemoryFeed.entry(tables, event));
        }
        return Optional.empty();
    }

    @Override
    public boolean keepBody(Lane lane, String lease, byte[] body) {
        return update(lane, row -> row.isHeld(lane, lease), row -> row.withBody(body.clone()));
    }

    @Override
    public Optional<Lane> advance(Lane lane, String lease, long next, Instant now, Instant until) {
        return storage.change(tables -> {
            Map<LaneRow.Name, LaneRow> lanes = tables.feed().lanes();
            LaneRow row = lanes.get(name(lane));
            if (row == null || !row.isHeld(lease)) return Optional.empty();
            if (!row.isHeld(lane, lease)) {
                lanes.put(name(lane), row.released(now));
                return Optional.empty();
            }
            LaneRow advanced = row.advanced(next, until);
            if (advanced.isThrough()) lanes.remove(name(lane));
            else lanes.put(name(lane), advanced);
            return advanced.isThrough() ? Optional.empty() : Optional.of(advanced.lane());
        });
    }

    @Override
    public void release(Lane lane, String lease, Instant due) {
        update(lane, row -> row.isHeld(lease), row -> row.released(due));
    }

    @Override
    public void fail(Lane lane, String lease, String failure, Instant at, boolean parked) {
        if (!update(lane, row -> row.isHeld(lane, lease), row -> row.failed(failure, at, parked)))
            release(lane, lease, at);
    }

    @Override
    public List<Lane> parked(Key key, Optional<TicketId> ticket, int most) {
        return lanes(storage.committed(), key)
                .filter(LaneRow::parked)
                .filter(row ->
                        ticket.isEmpty() || ticket.get().equals(row.lane().ticket()))
                .sorted(LONGEST_DUE)
                .limit(most)
                .map(LaneRow::lane)
                .toList();
    }

    @Override
    public int resume(Key key, Optional<TicketId> ticket, Instant now) {
        List<Lane> parked = parked(key, ticket, Integer.MAX_VALUE);
        for (Lane lane : parked) update(lane, LaneRow::parked, row -> row.released(now));
        return parked.size();
    }

    @Override
    public boolean skip(Lane lane, long next, Instant now) {
        Predicate<LaneRow> same = row -> row.parked() && row.lane().next() == lane.next();
        return storage.change(tables -> {
            Map<LaneRow.Name, LaneRow> lanes = tables.feed().lanes();
            LaneRow row = lanes.get(name(lane));
            if (row == null || !same.test(row)) return false;
            LaneRow skipped = row.skipped(next, now);
            if (skipped.isThrough()) lanes.remove(name(lane));
            else lanes.put(name(lane), skipped);
            return true;
        });
    }

    @Override
    public long left(Key key) {
        return lanes(storage.committed(), key)
                .mapToLong(row -> row.lane().last() - row.lane().next() + 1)
                .sum();
    }

    private boolean update(Lane lane, Predicate<LaneRow> condition, UnaryOperator<LaneRow> change) {
        return storage.change(tables -> {
            LaneRow row = tables.feed().lanes().get(name(lane));
            if (row == null || !condition.test(row)) return false;
            tables.feed().lanes().put(name(lane), change.apply(row));
            return true;
        });
    }

    private static Stream<LaneRow> lanes(Tables tables, Key key) {
        return tables.feed().lanes().values().stream()
                .filter(row -> row.lane().subscription().equals(key));
    }

    private static LaneRow.Name name(Lane lane) {
        return new LaneRow.Name(lane.subscription(), lane.ticket());
    }

    private static boolean isFor(Audience audience, TicketEvent event) {
        return audience == Audience.DESK || event.portalVersion() > 0;
    }

    private static TicketEvent event(Tables tables, EventRef event) {
        return InMemoryFeed.row(tables, event).events().get((int) event.version() - 1);
    }
}
