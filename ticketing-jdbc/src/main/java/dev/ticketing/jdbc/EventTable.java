package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.AuthorKind;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.Actor;
import dev.ticketing.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of events, one for each version of a ticket. */
final class EventTable {

    /** The columns of an event, of a table that goes by the name of e. */
    static final String COLUMNS = """
            e.version, e.portal_version, e.id, e.kind, e.audience, e.actor_id, e.actor_kind, e.origin, e.correlation_id,
                   e.on_behalf_of, e.at, e.changes, e.entry, e.attachments""";

    private static final String EVENT = "SELECT " + COLUMNS + "\nFROM ticketing_event e\n";

    private static final String NEXT_EVENTS =
            EVENT + "WHERE e.ticket_key = ? AND e.version > ? ORDER BY e.version LIMIT ?";

    private static final String NEXT_PUBLIC_EVENTS =
            EVENT + "WHERE e.ticket_key = ? AND e.portal_version > ? ORDER BY e.portal_version LIMIT ?";

    private static final String ADD_EVENT = """
            INSERT INTO ticketing_event
                (ticket_key, version, portal_version, id, kind, audience, actor_id, actor_kind, origin, correlation_id,
                 on_behalf_of, at, changes, entry, attachments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    EventTable(Sql sql) {
        this.sql = sql;
    }

    List<TicketEvent> after(long key, TenantId tenant, TicketId ticket, Audience audience, long version, int limit) {
        String next = audience == Audience.DESK ? NEXT_EVENTS : NEXT_PUBLIC_EVENTS;
        return sql.list(next, row -> event(tenant, ticket, row), key, version, limit);
    }

    void add(TicketKey ticket, List<TicketEvent> events) {
        List<Object[]> rows = new ArrayList<>();
        for (TicketEvent event : events)
            rows.add(new Object[] {
                ticket,
                event.version(),
                Columns.publicNumber(event.portalVersion()),
                event.id(),
                Columns.of(event.kind()),
                Columns.of(event.audience()),
                event.actor().id(),
                Columns.of(event.actor().kind()),
                event.origin(),
                Absent.textOr(event.correlationId()),
                Absent.textOr(event.onBehalfOf()),
                Columns.of(event.at()),
                EventWords.changes(event.changes()),
                Absent.textOr(event.entry().map(EventWords::entry)),
                EventWords.attachments(event.attachments())
            });
        sql.later(ADD_EVENT, rows);
    }

    static TicketEvent event(TenantId tenant, TicketId ticket, ResultSet row) throws SQLException {
        return new TicketEvent(
                Columns.string(row, "id"),
                tenant,
                ticket,
                row.getLong("version"),
                row.getLong("portal_version"), // 0 for null
                Columns.constant(TicketEvent.Kind.class, row, "kind"),
                Columns.constant(Audience.class, row, "audience"),
                new Actor(Columns.string(row, "actor_id"), Columns.constant(AuthorKind.class, row, "actor_kind")),
                Columns.string(row, "origin"),
                Columns.optional(row, "correlation_id"),
                Columns.optional(row, "on_behalf_of"),
                Columns.instant(row, "at"),
                EventWords.changes(Columns.string(row, "changes")),
                Columns.optional(row, "entry").map(EventWords::entry),
                EventWords.attachments(Columns.string(row, "attachments")));
    }
}
