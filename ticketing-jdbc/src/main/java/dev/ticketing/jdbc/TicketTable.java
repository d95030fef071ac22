package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.ExternalId;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rows of tickets. */
final class TicketTable {

    /** The columns of a ticket, and its key as the last one. */
    static final List<Column> COLUMNS = columns();

    private static final Selection TICKET = Selection.of(COLUMNS);

    private static final String OPEN_TICKET = "INSERT INTO ticketing_ticket (" + String.join(", ", TicketColumns.NAMES)
            + ") VALUES (" + placeholders(TicketColumns.NAMES.size()) + ")";

    private static final String KEY_OF_TICKET = """
            SELECT ticket_key FROM ticketing_ticket WHERE tenant = ? AND id = ?
            """;

    private static final String TICKET_OF_EXTERNAL_ID = """
            SELECT ticket_key FROM ticketing_ticket WHERE tenant = ? AND external_id = ?
            """;

    private final Sql sql;

    /** Of the tickets that were read: a command reads its ticket before it writes it. */
    private final Map<List<Object>, Long> keys = new HashMap<>();

    TicketTable(Sql sql) {
        this.sql = sql;
    }

    /** A ticket with the key that joins use. */
    record Keyed(long key, TicketState state) {}

    /** Finds the row of a ticket alone. */
    Optional<Keyed> find(Access access, TicketRef ref) {
        return find(access, ref, "");
    }

    /** Finds a ticket that nobody else can change until the commit. */
    Optional<Keyed> lock(Access access, TicketRef ref) {
        return find(access, ref, sql.dialect().lockingRows());
    }

    private Optional<Keyed> find(Access access, TicketRef ref, String locking) {
        return sql.first(
                        "SELECT " + TICKET.in(sql.dialect()) + " FROM ticketing_ticket WHERE tenant = ? AND "
                                + named(ref) + locking,
                        row -> keyed(Selection.cells(sql.dialect(), row)),
                        access.tenant().value(),
                        value(ref))
                .filter(found -> access.permits(found.state()))
                .map(this::remember);
    }

    /** The same decision over two columns, for reads that do not show the ticket itself. */
    Optional<Keyed> findKey(Access access, TicketRef ref) {
        return sql.first(
                        "SELECT ticket_key, id, account, department FROM ticketing_ticket WHERE tenant = ? AND "
                                + named(ref),
                        row -> sighted(access, row),
                        access.tenant().value(),
                        value(ref))
                .filter(found -> access.permits(found.state()));
    }

    Map<Long, TicketState> byKey(List<Long> keys) {
        Map<Long, TicketState> tickets = new HashMap<>();
        if (keys.isEmpty()) return tickets;
        String page = "SELECT " + TICKET.in(sql.dialect()) + " FROM ticketing_ticket WHERE ticket_key IN ("
                + placeholders(keys.size()) + ")";
        for (Keyed found : sql.list(page, row -> keyed(Selection.cells(sql.dialect(), row)), keys.toArray()))
            tickets.put(found.key(), found.state());
        return tickets;
    }

    /** Finds the keys of several tickets that may be seen. */
    Map<Long, TicketId> keys(Access access, Collection<TicketId> ids) {
        Map<Long, TicketId> keys = new HashMap<>();
        if (ids.isEmpty()) return keys;
        List<Object> values = new ArrayList<>(List.of(access.tenant().value()));
        for (TicketId id : ids) values.add(id.value());
        String keysOfTickets =
                "SELECT ticket_key, id, account, department FROM ticketing_ticket WHERE tenant = ? AND id IN ("
                        + placeholders(ids.size()) + ")";
        for (Keyed found : sql.list(keysOfTickets, row -> sighted(access, row), values.toArray()))
            if (access.permits(found.state()))
                keys.put(found.key(), found.state().id());
        return keys;
    }

    Optional<Long> keyOf(TenantId tenant, TicketId ticket) {
        Long known = keys.get(List.of(tenant, ticket));
        if (known != null) return Optional.of(known);
        return sql.first(KEY_OF_TICKET, row -> row.getLong(1), tenant.value(), ticket.value());
    }

    boolean isTaken(TenantId tenant, ExternalId externalId) {
        return sql.first(TICKET_OF_EXTERNAL_ID, row -> row.getLong(1), tenant.value(), externalId.value())
                .isPresent();
    }

    TicketKey insert(TicketState opened) {
        Object[] values = TicketColumns.values(opened).toArray();
        if (!sql.dialect().isServer())
            return sql.first(OPEN_TICKET + " RETURNING ticket_key", row -> TicketKey.of(row.getLong(1)), values)
                    .orElseThrow();
        sql.later(sql.dialect().insertingTicket(OPEN_TICKET), values);
        return TicketKey.OF_LAST_INSERTED;
    }

    /** Writes only what changed, because every column named costs the indexes that it is in. */
    void update(long key, TicketState before, TicketState after) {
        List<Object> old = TicketColumns.values(before);
        List<Object> young = TicketColumns.values(after);
        List<String> changed = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < young.size(); i++) {
            if (Objects.equals(old.get(i), young.get(i))) continue;
            changed.add(TicketColumns.NAMES.get(i) + " = ?");
            values.add(young.get(i));
        }
        if (sql.dialect().hasPartialIndexes() && isAsOpened(before)) changed.add("changed = 1");
        values.add(key);
        values.add(before.get(TicketField.VERSION));
        // a database that was restored gives versions a second time
        values.add(Columns.of(before.get(TicketField.UPDATED_AT)));
        String update = "UPDATE ticketing_ticket SET " + String.join(", ", changed)
                + " WHERE ticket_key = ? AND version = ? AND updated_at = ?";
        sql.laterOnce(update, values.toArray());
    }

    /** Whether nothing has happened to a ticket since, so that all its times are one. */
    private static boolean isAsOpened(TicketState ticket) {
        return ticket.get(TicketField.VERSION) == 1;
    }

    /** Keeps the key for a write that follows. */
    Keyed remember(Keyed found) {
        keys.put(List.of(found.state().tenant(), found.state().id()), found.key());
        return found;
    }

    static String placeholders(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static String named(TicketRef ref) {
        if (ref instanceof TicketId) return "id = ?";
        return ref instanceof TicketNumber ? "number = ?" : "external_id = ?";
    }

    static Object value(TicketRef ref) {
        if (ref instanceof TicketId id) return id.value();
        if (ref instanceof TicketNumber number) return number.value();
        return ((ExternalId) ref).value();
    }

    /** Makes a ticket of {@link #COLUMNS}. */
    static Keyed keyed(Cells row) throws SQLException {
        return new Keyed(row.whole(COLUMNS.size() - 1), TicketColumns.state(row));
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(TicketColumns.COLUMNS);
        columns.add(Column.number("ticket_key"));
        return List.copyOf(columns);
    }

    private static Keyed sighted(Access access, ResultSet row) throws SQLException {
        return new Keyed(row.getLong(1), seen(access.tenant(), row, 2));
    }

    /** What decides who may see a ticket, in three columns that stand beside each other. */
    private static TicketState seen(TenantId tenant, ResultSet row, int first) throws SQLException {
        return TicketState.empty(tenant, new TicketId(Columns.string(row, first)))
                .with(TicketField.ACCOUNT, new AccountId(Columns.string(row, first + 1)))
                .with(TicketField.DEPARTMENT, Columns.string(row, first + 2));
    }
}
