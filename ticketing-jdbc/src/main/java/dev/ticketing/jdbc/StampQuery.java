package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Reads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which state a ticket is in. Every request for something that is kept asks this, so it fetches as little as it can: on SQLite each
 * column costs two calls into native code, one for its name. Who may see the ticket is part of the condition, and an id that was
 * given is not asked for.
 */
final class StampQuery {

    private static final String OF_ACCOUNT = " AND account = ?";

    // put together once, since a string that was built just now is hashed anew wherever it is a key
    private static final List<String> FOR_DESK = statements("version, updated_at");
    private static final List<String> FOR_PORTAL = statements("portal_version, portal_updated_at");
    private static final List<String> FOR_DESK_OF_ACCOUNT = ofAccount(FOR_DESK);
    private static final List<String> FOR_PORTAL_OF_ACCOUNT = ofAccount(FOR_PORTAL);

    private StampQuery() {}

    static Optional<Reads.Stamp> find(Sql sql, Access access, TicketRef ref) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(access.tenant().value());
        values.add(TicketTable.value(ref));
        access.account().ifPresent(account -> values.add(account.value()));
        String stamp = statement(access, ref);
        if (!access.departments().isEmpty()) {
            Where where = new Where().andIn("department", access.departments());
            stamp += " AND " + where.sql();
            values.addAll(Arrays.asList(where.values()));
        }
        return sql.first(stamp, row -> stamped(ref, row), values.toArray());
    }

    private static String statement(Access access, TicketRef ref) {
        boolean ofAll = access.account().isEmpty();
        List<String> statements = access.audience() == Audience.DESK
                ? (ofAll ? FOR_DESK : FOR_DESK_OF_ACCOUNT)
                : (ofAll ? FOR_PORTAL : FOR_PORTAL_OF_ACCOUNT);
        return statements.get(TicketTable.way(ref));
    }

    private static Reads.Stamp stamped(TicketRef ref, ResultSet row) throws SQLException {
        TicketId id = ref instanceof TicketId given ? given : new TicketId(Columns.string(row, 3));
        return new Reads.Stamp(id, row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
    }

    private static List<String> statements(String state) {
        List<String> statements = new ArrayList<>();
        for (int way = 0; way < TicketTable.NAMED.size(); way++)
            statements.add("SELECT " + state + (way == TicketTable.BY_ID ? "" : ", id")
                    + " FROM ticketing_ticket WHERE tenant = ? AND " + TicketTable.NAMED.get(way));
        return List.copyOf(statements);
    }

    private static List<String> ofAccount(List<String> statements) {
        return statements.stream().map(statement -> statement + OF_ACCOUNT).toList();
    }
}
