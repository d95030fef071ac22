package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.spi.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the feed: events that wait for a position, and those that have one. */
final class FeedTable {

    private static final String LEAVE_EVENT_WAITING = """
            INSERT INTO ticketing_pending (tenant, ticket_key, version) VALUES (?, ?, ?)
            """;

    private static final String ANY_WAITING = """
            SELECT pending_key FROM ticketing_pending WHERE tenant = ? ORDER BY pending_key LIMIT 1
            """;

    private static final String NEXT_WAITING = """
            SELECT pending_key, ticket_key, version FROM ticketing_pending
            WHERE tenant = ? ORDER BY pending_key LIMIT ?
            """;

    private static final String FORGET_WAITING = """
            DELETE FROM ticketing_pending WHERE pending_key = ?
            """;

    /** Changes nothing, but nobody else gets past it until the commit, on any engine. */
    private static final String LOCK_SEQUENCER = """
            UPDATE ticketing_sequencer SET last_position = last_position WHERE tenant = ?
            """;

    private static final String LAST_POSITION = """
            SELECT last_position FROM ticketing_sequencer WHERE tenant = ?
            """;

    private static final String NEW_SEQUENCER = """
            INSERT INTO ticketing_sequencer (tenant, last_position) VALUES (?, 0)
            """;

    private static final String MOVE_SEQUENCER = """
            UPDATE ticketing_sequencer SET last_position = ? WHERE tenant = ?
            """;

    private static final String GIVE_POSITION = """
            INSERT INTO ticketing_feed (tenant, position, ticket_key, version) VALUES (?, ?, ?, ?)
            """;

    private static final String TENANTS_WITH_WAITING = """
            SELECT DISTINCT tenant FROM ticketing_pending
            """;

    private static final String LAST_POSITIONS = """
            SELECT tenant, last_position FROM ticketing_sequencer
            """;

    private static final String EVENT_IN_FEED =
            "SELECT f.position, f.ticket_key, t.id AS ticket_id, t.account, t.department, " + EventTable.COLUMNS + """

            FROM ticketing_feed f
            JOIN ticketing_ticket t ON t.ticket_key = f.ticket_key
            JOIN ticketing_event e ON e.ticket_key = f.ticket_key AND e.version = f.version
            """;

    private static final String NEXT_IN_FEED =
            EVENT_IN_FEED + "WHERE f.tenant = ? AND f.position > ? ORDER BY f.position LIMIT ?";

    private static final String NEXT_OF_TICKET =
            EVENT_IN_FEED + "WHERE f.ticket_key = ? AND f.version BETWEEN ? AND ? ORDER BY f.version LIMIT 1";

    private static final String NEXT_PUBLIC_OF_TICKET = EVENT_IN_FEED
            + "WHERE f.ticket_key = ? AND f.version BETWEEN ? AND ? AND e.portal_version > 0 ORDER BY f.version LIMIT 1";

    private final Sql sql;

    FeedTable(Sql sql) {
        this.sql = sql;
    }

    void leaveWaiting(TenantId tenant, TicketKey ticket, List<TicketEvent> events) {
        List<Object[]> rows = new ArrayList<>();
        for (TicketEvent event : events) rows.add(new Object[] {tenant.value(), ticket, event.version()});
        sql.later(LEAVE_EVENT_WAITING, rows);
    }

    boolean isAnyWaiting(TenantId tenant) {
        return sql.first(ANY_WAITING, row -> row.getLong(1), tenant.value()).isPresent();
    }

    /** Who waits is read after the lock was had: what was committed by then has its turn, and nobody has it twice. */
    int sequence(TenantId tenant, int most) {
        long last = lockSequencer(tenant);
        List<Waiting> next = sql.list(
                NEXT_WAITING,
                row -> new Waiting(row.getLong("pending_key"), row.getLong("ticket_key"), row.getLong("version")),
                tenant.value(),
                most);
        if (next.isEmpty()) return 0;
        List<Object[]> positions = new ArrayList<>();
        List<Object[]> done = new ArrayList<>();
        for (Waiting event : next) {
            positions.add(new Object[] {tenant.value(), ++last, event.ticket(), event.version()});
            done.add(new Object[] {event.key()});
        }
        sql.batch(GIVE_POSITION, positions);
        sql.batch(FORGET_WAITING, done);
        sql.later(MOVE_SEQUENCER, last, tenant.value());
        return next.size();
    }

    private long lockSequencer(TenantId tenant) {
        sql.update(LOCK_SEQUENCER, tenant.value());
        Optional<Long> last = sql.first(LAST_POSITION, row -> row.getLong(1), tenant.value());
        // a twin that makes the row, too, meets the unique key and runs again
        if (last.isEmpty()) sql.update(NEW_SEQUENCER, tenant.value());
        return last.orElse(0L);
    }

    Map<TenantId, Long> ends() {
        Map<TenantId, Long> ends = new LinkedHashMap<>();
        sql.list(TENANTS_WITH_WAITING, row -> new TenantId(Columns.string(row, "tenant")))
                .forEach(tenant -> ends.put(tenant, 0L));
        sql.list(
                        LAST_POSITIONS,
                        row -> Map.entry(new TenantId(Columns.string(row, "tenant")), row.getLong("last_position")))
                .forEach(end -> ends.put(end.getKey(), end.getValue()));
        return ends;
    }

    FeedPage after(Access access, long position, int limit) {
        List<InFeed> rows = sql.list(
                NEXT_IN_FEED, row -> InFeed.of(access, row), access.tenant().value(), position, limit);
        if (rows.isEmpty()) return new FeedPage(List.of(), position);
        List<InFeed> seen = rows.stream().filter(InFeed::isPermitted).toList();
        return new FeedPage(entries(seen), rows.get(rows.size() - 1).position());
    }

    /** The first event of a part of a ticket's events. */
    Optional<FeedEntry> first(Access access, long ticket, long from, long to) {
        String next = access.audience() == Audience.DESK ? NEXT_OF_TICKET : NEXT_PUBLIC_OF_TICKET;
        List<InFeed> rows = sql.list(next, row -> InFeed.of(access, row), ticket, from, to);
        return entries(rows).stream().findFirst();
    }

    private List<FeedEntry> entries(List<InFeed> events) {
        NamedRevisions words = NamedRevisions.read(sql, events);
        return events.stream()
                .map(event -> new FeedEntry(event.position(), event.event(), words.texts(event), words.author(event)))
                .toList();
    }

    /** An event without a position. */
    private record Waiting(long key, long ticket, long version) {}
}
