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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The rows of kept counters: how many tickets each account and each department has, by status, priority and category. */
final class CountTable {

    private static final String ACCOUNT = "account";
    private static final String DEPARTMENT = "department";

    /** How many stripes that nobody uses are made one at a time. */
    private static final int MERGED = 4;

    private static final int MOST_FOLDED = 1_000;

    private static final String COUNTS = """
            SELECT status, priority, category, tickets FROM ticketing_count WHERE
            """;

    private static final String PLACES = """
            SELECT scope, status FROM ticketing_count WHERE
            """;

    private static final String WITH_TICKETS = " GROUP BY scope, status HAVING SUM(tickets) > 0";

    private static final String COUNTER =
            "tenant = ? AND scope_kind = ? AND scope = ? AND status = ? AND priority = ? AND category = ?";

    private static final String STRIPES_OF_COUNTER =
            "SELECT stripe, tickets FROM ticketing_count WHERE " + COUNTER + " ORDER BY stripe LIMIT %d";

    private static final String COUNTERS_OF_MANY_STRIPES = """
            SELECT tenant, scope_kind, scope, status, priority, category FROM ticketing_count
            GROUP BY tenant, scope_kind, scope, status, priority, category HAVING COUNT(*) > ?
            """;

    private static final String ADD_STRIPE = """
            INSERT INTO ticketing_count (tenant, scope_kind, scope, status, priority, category, stripe, tickets)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SET_STRIPE =
            "UPDATE ticketing_count SET tickets = ? WHERE " + COUNTER + " AND stripe = ?";

    private static final String DROP_STRIPE = "DELETE FROM ticketing_count WHERE " + COUNTER + " AND stripe = ?";

    private final Sql sql;

    CountTable(Sql sql) {
        this.sql = sql;
    }

    List<CountRow> counts(Access access) {
        Where where = scopes(access);
        Map<CountRow, Long> sums = new LinkedHashMap<>();
        for (CountRow row : sql.list(COUNTS + where.sql(), CountTable::row, where.values()))
            sums.merge(new CountRow(row.status(), row.priority(), row.category(), 0), row.tickets(), Long::sum);
        List<CountRow> counts = new ArrayList<>();
        sums.forEach((row, sum) -> {
            if (sum > 0) counts.add(new CountRow(row.status(), row.priority(), row.category(), sum));
        });
        return counts;
    }

    /** Finds where tickets can be that a list asks for, so that it looks nowhere else. */
    Set<Place> places(Access access, TicketQuery query) {
        Where where = scopes(access);
        if (access.account().isEmpty()) where.andIn("scope", query.departments());
        where.andIn("status", Columns.words(TicketField.STATUS, query.statuses()))
                .andIn("priority", Columns.words(TicketField.PRIORITY, query.priorities()))
                .andIn("category", query.categories());
        return new LinkedHashSet<>(sql.list(
                PLACES + where.sql() + WITH_TICKETS,
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
        for (TicketField<?> scope : List.of(TicketField.ACCOUNT, TicketField.DEPARTMENT)) {
            List<Object> now = counted(after, scope);
            Optional<List<Object>> then = before.map(state -> counted(state, scope));
            if (then.equals(Optional.of(now))) continue;
            then.ifPresent(counter -> add(counter, -1, MERGED));
            add(now, 1, MERGED);
        }
    }

    /**
     * Writes to a stripe that nobody else has open, or to a new one: an open transaction, which may be a host's and take its
     * time, keeps nobody else from counting. A snapshot could be older than a stripe, so it only ever adds one. Stripes found
     * free together become one.
     */
    private void add(List<Object> counter, long tickets, int most) {
        List<Stripe> free = sql.sight() == Sql.Sight.SNAPSHOT
                ? List.of()
                : sql.list(
                        STRIPES_OF_COUNTER.formatted(most) + sql.dialect().lockingFreeRows(),
                        row -> new Stripe(row.getLong("stripe"), row.getLong("tickets")),
                        counter.toArray());
        if (free.isEmpty()) {
            sql.update(ADD_STRIPE, with(counter, newStripe(), tickets));
            return;
        }
        long sum = tickets + free.stream().mapToLong(Stripe::tickets).sum();
        sql.update(SET_STRIPE, with(List.of(sum), counter, free.get(0).number()));
        for (Stripe merged : free.subList(1, free.size())) sql.update(DROP_STRIPE, with(counter, merged.number()));
    }

    /** Makes one of many stripes: hosts that only ever write from snapshots leave them behind. */
    void fold() {
        if (!sql.dialect().isServer() || sql.sight() == Sql.Sight.SNAPSHOT) return;
        for (List<Object> counter : sql.list(COUNTERS_OF_MANY_STRIPES, CountTable::counter, MERGED))
            add(counter, 0, MOST_FOLDED);
    }

    private static List<Object> counter(ResultSet row) throws SQLException {
        List<Object> counter = new ArrayList<>();
        for (int column = 1; column <= 6; column++) counter.add(Objects.requireNonNull(row.getString(column)));
        return counter;
    }

    private record Stripe(long number, long tickets) {}

    private long newStripe() {
        return sql.dialect().isServer() ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) : 0;
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

    private static @Nullable Object[] with(Object... parts) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof List<?> several) values.addAll(several);
            else values.add(part);
        }
        return values.toArray();
    }
}
