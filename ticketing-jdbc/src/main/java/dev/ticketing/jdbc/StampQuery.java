package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Which state a ticket is in. Every request for something that is kept asks this, so it fetches as little as it can: on SQLite each
 * column costs two calls into native code, one for its name. Who may see the ticket is part of the condition, and an id that was
 * given is not asked for.
 */
final class StampQuery {

    private StampQuery() {}

    static Optional<Reads.Stamp> find(Sql sql, Access access, TicketRef ref) {
        Where seen = TicketFilters.visible(access).and(TicketTable.named(ref), TicketTable.value(ref));
        String state = access.audience() == Audience.DESK ? "version, updated_at" : "portal_version, portal_updated_at";
        String id = ref instanceof TicketId ? "" : ", id";
        String stamp = "SELECT " + state + id + " FROM ticketing_ticket WHERE " + seen.sql();
        return sql.first(stamp, row -> stamped(ref, row), seen.values());
    }

    private static Reads.Stamp stamped(TicketRef ref, ResultSet row) throws SQLException {
        TicketId id = ref instanceof TicketId given ? given : new TicketId(Columns.string(row, 3));
        return new Reads.Stamp(id, row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
    }
}
