package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.spi.DeliveryStore.Key;
import dev.ticketing.spi.DeliveryStore.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rows of lanes. Who writes one that a worker has must know the worker's lease; who claims one finds it due at the moment
 * of writing, not of reading.
 */
final class LaneTable {

    private static final byte[] NO_BODY = new byte[0];

    private static final String LANE = """
            SELECT l.lane_key, l.tenant, l.subscription, t.id, l.next_version, l.last_version, l.attempts, l.due_at, l.body,
                   l.failure
            FROM ticketing_lane l
            JOIN ticketing_ticket t ON t.ticket_key = l.ticket_key
            """;

    private static final String LANE_OF_KEY = LANE + "WHERE l.lane_key = ?";

    private static final String PARKED_LANES =
            LANE + "WHERE l.tenant = ? AND l.subscription = ? AND l.parked = 1 ORDER BY l.due_at, l.lane_key LIMIT ?";

    private static final String PARKED_LANE_OF_TICKET =
            LANE + "WHERE l.tenant = ? AND l.subscription = ? AND l.ticket_key = ? AND l.parked = 1";

    private static final String LONGEST_DUE = """
            SELECT lane_key FROM ticketing_lane
            WHERE tenant = ? AND subscription = ? AND parked = 0 AND due_at <= ?
            ORDER BY due_at LIMIT 4
            """;

    private static final String CLAIM = """
            UPDATE ticketing_lane SET lease = ?, due_at = ?, attempts = attempts + 1
            WHERE lane_key = ? AND parked = 0 AND due_at <= ?
            """;

    private static final String KEEP_BODY = """
            UPDATE ticketing_lane SET body = ? WHERE lane_key = ? AND lease = ? AND next_version = ?
            """;

    private static final String ADVANCE = """
            UPDATE ticketing_lane SET due_at = ?, attempts = 1, body = NULL, failure = NULL, next_version = ?
            WHERE lane_key = ? AND lease = ? AND next_version = ?
            """;

    private static final String REMOVE_IF_THROUGH = """
            DELETE FROM ticketing_lane WHERE lane_key = ? AND next_version > last_version
            """;

    private static final String RELEASE = """
            UPDATE ticketing_lane SET lease = NULL, due_at = ?, attempts = 0 WHERE lane_key = ? AND lease = ?
            """;

    private static final String FAIL = """
            UPDATE ticketing_lane SET lease = NULL, due_at = ?, parked = ?, failure = ?
            WHERE lane_key = ? AND lease = ? AND next_version = ?
            """;

    private static final String RESUME = """
            UPDATE ticketing_lane SET parked = 0, attempts = 0, due_at = ?
            WHERE tenant = ? AND subscription = ? AND parked = 1
            """;

    private static final String SKIP = """
            UPDATE ticketing_lane
            SET parked = 0, attempts = 0, due_at = ?, body = NULL, failure = NULL, next_version = ?
            WHERE lane_key = ? AND parked = 1 AND next_version = ?
            """;

    private static final String EVENTS_LEFT = """
            SELECT SUM(last_version - next_version + 1) FROM ticketing_lane WHERE tenant = ? AND subscription = ?
            """;

    private final Sql sql;

    LaneTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Lane> claim(Key key, String lease, Instant now, Instant until) {
        while (true) {
            List<Long> due =
                    sql.list(LONGEST_DUE, row -> row.getLong(1), key.tenant().value(), key.name(), Columns.of(now));
            if (due.isEmpty()) return Optional.empty();
            for (long lane : due)
                if (sql.update(CLAIM, lease, Columns.of(until), lane, Columns.of(now)) == 1) return find(lane);
        }
    }

    boolean keepBody(Lane lane, String lease, byte[] body) {
        return sql.update(KEEP_BODY, body, lane.key(), lease, lane.next()) == 1;
    }

    Optional<Lane> advance(Lane lane, String lease, long next, Instant now, Instant until) {
        if (sql.update(ADVANCE, Columns.of(until), next, lane.key(), lease, lane.next()) == 0) {
            release(lane, lease, now);
            return Optional.empty();
        }
        // the row is locked since then: what a fan-out adds comes before, or makes a new row
        if (sql.update(REMOVE_IF_THROUGH, lane.key()) == 1) return Optional.empty();
        return find(lane.key());
    }

    void release(Lane lane, String lease, Instant due) {
        sql.update(RELEASE, Columns.of(due), lane.key(), lease);
    }

    void fail(Lane lane, String lease, String failure, Instant at, boolean parked) {
        int failed = sql.update(FAIL, Columns.of(at), parked ? 1L : 0L, failure, lane.key(), lease, lane.next());
        if (failed == 0) release(lane, lease, at);
    }

    List<Lane> parked(Key key, int most) {
        return sql.list(PARKED_LANES, LaneTable::lane, key.tenant().value(), key.name(), most);
    }

    List<Lane> parked(Key key, long ticket) {
        return sql.list(PARKED_LANE_OF_TICKET, LaneTable::lane, key.tenant().value(), key.name(), ticket);
    }

    int resumeAll(Key key, Instant now) {
        return sql.update(RESUME, Columns.of(now), key.tenant().value(), key.name());
    }

    int resume(Key key, long ticket, Instant now) {
        return sql.update(
                RESUME + "AND ticket_key = ?", Columns.of(now), key.tenant().value(), key.name(), ticket);
    }

    boolean skip(Lane lane, long next, Instant now) {
        if (sql.update(SKIP, Columns.of(now), next, lane.key(), lane.next()) == 0) return false;
        sql.update(REMOVE_IF_THROUGH, lane.key());
        return true;
    }

    long left(Key key) {
        return sql.first(EVENTS_LEFT, row -> row.getLong(1), key.tenant().value(), key.name())
                .orElse(0L);
    }

    private Optional<Lane> find(long lane) {
        return sql.first(LANE_OF_KEY, LaneTable::lane, lane);
    }

    private static Lane lane(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        return new Lane(
                row.getLong("lane_key"),
                new Key(new TenantId(Columns.string(row, "tenant")), Columns.string(row, "subscription")),
                new TicketId(Columns.string(row, "id")),
                row.getLong("next_version"),
                row.getLong("last_version"),
                row.getLong("attempts"),
                Columns.instant(row, "due_at"),
                body == null ? NO_BODY : body,
                Columns.optional(row, "failure"));
    }
}
