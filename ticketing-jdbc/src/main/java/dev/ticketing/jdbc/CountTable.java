package dev.ticketing.jdbc;

import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.CountRow;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of kept counters: how many tickets each account and each department has, by status, priority and category. */
final class CountTable {

    private static final String ACCOUNT = "account";
    private static final String DEPARTMENT = "department";

    private static final String COUNTS = """
            SELECT status, priority, category, tickets FROM ticketing_count WHERE
            """;

    private static final String PLACES = """
            SELECT DISTINCT scope, status FROM ticketing_count WHERE
            """;

    private final Sql sql;

    CountTable(Sql sql) {
        this.sql = sql;
    }

    List<CountRow> counts(Access access) {
        Where where = scopes(access).and("tickets > 0");
        Map<CountRow, Long> sums = new LinkedHashMap<>();
        for (CountRow row : sql.list(COUNTS + where.sql(), CountTable::row, where.values()))
            sums.merge(new CountRow(row.status(), row.priority(), row.category(), 0), row.tickets(), Long::sum);
        List<CountRow> counts = new ArrayList<>();
        sums.forEach((row, sum) -> counts.add(new CountRow(row.status(), row.priority(), row.category(), sum)));
        return counts;
    }

    /** Finds where tickets can be that a list asks for, so that it looks nowhere else. */
    Set<Place> places(Access access, TicketQuery query) {
        Where where = scopes(access);
        if (access.account().isEmpty()) where.andIn("scope", query.departments());
        where.andIn("status", Columns.words(TicketField.STATUS, query.statuses()))
                .andIn("priority", Columns.words(TicketField.PRIORITY, query.priorities()))
                .andIn("category", query.categories())
                .and("tickets > 0");
        return new LinkedHashSet<>(sql.list(
                PLACES + where.sql(),
                row -> new Place(Columns.string(row, "scope"), Columns.string(row, "status")),
                where.values()));
    }

    /** An account or department, and a status in which it has tickets. */
    record Place(String scope, String status) {}

    /** The scopes that a caller may count: its account, or its departments. */
    private static Where scopes(Access access) {
        Where where = new Where().and("tenant = ?", access.tenant().value());
        return access.account()
                .map(account -> where.and("scope_kind = ?", ACCOUNT).and("scope = ?", account.value()))
                .orElseGet(() -> where.and("scope_kind = ?", DEPARTMENT).andIn("scope", access.departments()));
    }

    /** Moves a ticket from what it counted as to what it counts as now. */
    void move(Optional<TicketState> before, TicketState after) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (TicketField<?> scope : List.of(TicketField.ACCOUNT, TicketField.DEPARTMENT)) {
            List<Object> now = counted(after, scope);
            Optional<List<Object>> then = before.map(state -> counted(state, scope));
            if (then.equals(Optional.of(now))) continue;
            then.ifPresent(key -> rows.add(values(key, -1)));
            rows.add(values(now, 1));
        }
        sql.batch(SqliteDialect.COUNT_TICKETS, rows);
    }

    private static List<Object> counted(TicketState state, TicketField<?> scope) {
        return List.of(
                state.tenant().value(),
                scope == TicketField.ACCOUNT ? ACCOUNT : DEPARTMENT,
                state.encoded(scope).orElseThrow(),
                state.encoded(TicketField.STATUS).orElseThrow(),
                state.encoded(TicketField.PRIORITY).orElseThrow(),
                state.encoded(TicketField.CATEGORY).orElseThrow());
    }

    private static CountRow row(ResultSet row) throws SQLException {
        return new CountRow(
                new StatusKey(Columns.string(row, "status")),
                Columns.constant(Priority.class, row, "priority"),
                Columns.string(row, "category"),
                row.getLong("tickets"));
    }

    private static @Nullable Object[] values(List<Object> key, long tickets) {
        List<@Nullable Object> row = new ArrayList<>(key);
        row.add(tickets);
        return row.toArray();
    }
}
