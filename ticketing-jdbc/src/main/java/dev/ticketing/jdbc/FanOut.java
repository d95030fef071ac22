package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.TenantId;
import dev.ticketing.spi.DeliveryStore.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of subscriptions, and what they find in the feed on its way into lanes. */
final class FanOut {

    private static final String POSITIONS = """
            SELECT tenant, name, position FROM ticketing_subscription
            """;

    private static final String POSITION = """
            SELECT position FROM ticketing_subscription WHERE tenant = ? AND name = ?
            """;

    private static final String SUBSCRIBE = """
            INSERT INTO ticketing_subscription (tenant, name, position) VALUES (?, ?, ?)
            """;

    /** Changes nothing, but nobody else gets past it until the commit, on any engine. */
    private static final String LOCK_SUBSCRIPTION = """
            UPDATE ticketing_subscription SET position = position WHERE tenant = ? AND name = ?
            """;

    private static final String MOVE_SUBSCRIPTION = """
            UPDATE ticketing_subscription SET position = ? WHERE tenant = ? AND name = ?
            """;

    private static final String PUT_SUBSCRIPTION_BACK = """
            UPDATE ticketing_subscription SET position = ? WHERE tenant = ? AND name = ? AND position > ?
            """;

    private static final String SUBSCRIPTIONS_WITH_DUE_LANES = """
            SELECT s.tenant, s.name FROM ticketing_subscription s
            WHERE EXISTS (SELECT 1 FROM ticketing_lane l
                          WHERE l.tenant = s.tenant AND l.subscription = s.name AND l.parked = 0 AND l.due_at <= ?)
            """;

    private static final String NEXT_IN_FEED = """
            SELECT f.position, f.ticket_key, f.version, e.portal_version
            FROM ticketing_feed f
            JOIN ticketing_event e ON e.ticket_key = f.ticket_key AND e.version = f.version
            WHERE f.tenant = ? AND f.position > ? ORDER BY f.position LIMIT ?
            """;

    /** The lane's own next version is assigned last, since MariaDB lets the other assignments see what came before them. */
    private static final String EXTEND_LANE = """
            UPDATE ticketing_lane SET
                due_at = CASE WHEN next_version > ? AND lease IS NULL THEN ? ELSE due_at END,
                attempts = CASE WHEN next_version > ? THEN 0 ELSE attempts END,
                parked = CASE WHEN next_version > ? THEN 0 ELSE parked END,
                body = CASE WHEN next_version > ? THEN NULL ELSE body END,
                failure = CASE WHEN next_version > ? THEN NULL ELSE failure END,
                last_version = CASE WHEN last_version < ? THEN ? ELSE last_version END,
                next_version = CASE WHEN next_version > ? THEN ? ELSE next_version END
            WHERE tenant = ? AND subscription = ? AND ticket_key = ?
            """;

    private static final String LANE_OF_TICKET = """
            SELECT lane_key FROM ticketing_lane WHERE tenant = ? AND subscription = ? AND ticket_key = ?
            """;

    private static final String NEW_LANE = """
            INSERT INTO ticketing_lane
                (tenant, subscription, ticket_key, next_version, last_version, attempts, parked, due_at)
            VALUES (?, ?, ?, ?, ?, 0, 0, ?)
            """;

    private final Sql sql;

    FanOut(Sql sql) {
        this.sql = sql;
    }

    Map<Key, Long> positions() {
        return sql.list(POSITIONS, row -> Map.entry(key(row), row.getLong("position"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where a subscription stands, if it is known. */
    Optional<Long> position(Key key) {
        return sql.first(POSITION, row -> row.getLong(1), key.tenant().value(), key.name());
    }

    void subscribe(Key key, long position) {
        if (position(key).isEmpty()) sql.update(SUBSCRIBE, key.tenant().value(), key.name(), position);
    }

    void rewind(Key key, long position) {
        sql.update(PUT_SUBSCRIPTION_BACK, position, key.tenant().value(), key.name(), position);
    }

    Set<Key> due(Instant now) {
        return Set.copyOf(sql.list(SUBSCRIPTIONS_WITH_DUE_LANES, row -> key(row), Columns.of(now)));
    }

    int run(Key key, Audience audience, Instant now, int most) {
        sql.update(LOCK_SUBSCRIPTION, key.tenant().value(), key.name());
        Optional<Long> position = position(key);
        if (position.isEmpty()) return 0;
        List<Found> found = sql.list(
                NEXT_IN_FEED,
                row -> new Found(
                        row.getLong("position"),
                        row.getLong("ticket_key"),
                        row.getLong("version"),
                        row.getLong("portal_version") > 0),
                key.tenant().value(),
                position.get(),
                most);
        if (found.isEmpty()) return 0;
        Map<Long, Part> parts = new LinkedHashMap<>();
        for (Found event : found)
            if (audience == Audience.DESK || event.isPublic())
                parts.merge(event.ticket(), new Part(event.version(), event.version()), Part::and);
        parts.forEach((ticket, part) -> extend(key, ticket, part, now));
        sql.update(
                MOVE_SUBSCRIPTION,
                found.get(found.size() - 1).position(),
                key.tenant().value(),
                key.name());
        return found.size();
    }

    private void extend(Key key, long ticket, Part part, Instant now) {
        String tenant = key.tenant().value();
        long first = part.first();
        int extended = sql.update(
                EXTEND_LANE,
                first,
                Columns.of(now),
                first,
                first,
                first,
                first,
                part.last(),
                part.last(),
                first,
                first,
                tenant,
                key.name(),
                ticket);
        if (extended > 0) return;
        // some drivers count rows that stay as they are, some do not
        boolean isThere = sql.first(LANE_OF_TICKET, row -> row.getLong(1), tenant, key.name(), ticket)
                .isPresent();
        if (!isThere) sql.update(NEW_LANE, tenant, key.name(), ticket, first, part.last(), Columns.of(now));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new TenantId(Columns.string(row, "tenant")), Columns.string(row, "name"));
    }

    /** An event in the feed. */
    private record Found(long position, long ticket, long version, boolean isPublic) {}

    /** A part of a ticket's events. */
    private record Part(long first, long last) {

        Part and(Part next) {
            return new Part(Math.min(first, next.first), Math.max(last, next.last));
        }
    }
}
