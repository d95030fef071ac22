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
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** The rows of kept counters: how many tickets each account and each department has, by status, priority and category. */
final class CountTable {

    private static final String ACCOUNT = "account";
    private static final String DEPARTMENT = "department";

    /** How many stripes of hosts are made one at a time. */
    private static final int MERGED = 4;

    private static final int MOST_FOLDED = 1_000;

    /** How often a sweep does that for one counter; what is left waits for the next sweep. */
    private static final int MOST_ROUNDS = 10;

    private static final String COUNTS = """
            SELECT status, priority, category, tickets FROM ticketing_count WHERE
            """;

    private static final String PLACES = """
            SELECT scope, status FROM ticketing_count WHERE
            """;

    private static final String WITH_TICKETS = " GROUP BY scope, status HAVING SUM(tickets) > 0";

    private static final String COUNTER =
            "tenant = ? AND scope_kind = ? AND scope = ? AND status = ? AND priority = ? AND category = ?";

    private static final String STRIPES_OF_COUNTER = "SELECT stripe, tickets FROM ticketing_count WHERE " + COUNTER
            + " AND stripe >= ? ORDER BY stripe LIMIT %d";

    private static final String COUNTERS_OF_MANY_STRIPES = """
            SELECT tenant, scope_kind, scope, status, priority, category FROM ticketing_count
            GROUP BY tenant, scope_kind, scope, status, priority, category HAVING COUNT(*) > ?
            """;

    private static final String STRIPE = "tenant, scope_kind, scope, status, priority, category, stripe";

    private static final String INTO_STRIPES = "INSERT INTO ticketing_count (" + STRIPE + ", tickets) VALUES ";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

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
    void move(Optional<TicketState> before, TicketState after, Stripes.Stripe stripe) {
        // in one order for all, so that those who do meet do not wait for each other
        Map<List<String>, Long> moves = new TreeMap<>(Comparator.comparing(List::toString));
        for (TicketField<?> scope : List.of(TicketField.ACCOUNT, TicketField.DEPARTMENT)) {
            before.ifPresent(state -> moves.merge(counted(state, scope), -1L, Long::sum));
            moves.merge(counted(after, scope), 1L, Long::sum);
        }
        moves.values().removeIf(tickets -> tickets == 0);
        if (moves.isEmpty()) return;
        if (sql.isJoined() && sql.dialect().isServer()) moves.forEach(this::addAsGuest);
        else add(moves, stripe);
    }

    /** Adds to our own stripe, which nobody else has open. */
    private void add(Map<List<String>, Long> moves, Stripes.Stripe stripe) {
        boolean server = sql.dialect().isServer();
        List<Object[]> rows = new ArrayList<>();
        moves.forEach((counter, tickets) -> rows.add(with(counter, server ? stripe.number() : 0L, tickets)));
        if (server) sql.later(adding(rows.size()), values(rows));
        // for a statement of several rows SQLite first notes, page by page, how to undo it
        else sql.batch(adding(1), rows);
        // last, since it waits for nobody, and others may wait for it
        if (server && stripe.isFoldDue()) for (List<String> counter : moves.keySet()) fold(counter, 0, 0, MOST_FOLDED);
    }

    private String adding(int rows) {
        return INTO_STRIPES + String.join(", ", Collections.nCopies(rows, ROW))
                + sql.dialect().onConflict(STRIPE) + "tickets = ticketing_count.tickets + "
                + sql.dialect().proposed("tickets");
    }

    /**
     * Writes to a stripe that no other host's transaction has open, or to a new one: an open one may take its time, and keeps
     * nobody else from counting. A snapshot could be older than a stripe, so it only ever adds one.
     */
    private void addAsGuest(List<String> counter, long tickets) {
        boolean found = sql.sight() == Sql.Sight.LATEST && fold(counter, tickets, Stripes.OF_HOSTS, MERGED) > 0;
        if (found) return;
        long stripe = ThreadLocalRandom.current().nextLong(Stripes.OF_HOSTS, Long.MAX_VALUE);
        sql.later(INTO_STRIPES + ROW, with(counter, stripe, tickets));
    }

    /** Makes one of the stripes that are free, and adds to it; says how many there were. */
    private int fold(List<String> counter, long tickets, long from, int most) {
        List<Stripe> free = sql.list(
                STRIPES_OF_COUNTER.formatted(most) + sql.dialect().lockingFreeRows(),
                row -> new Stripe(row.getLong("stripe"), row.getLong("tickets")),
                with(counter, from));
        if (free.isEmpty()) return 0;
        long sum = tickets + free.stream().mapToLong(Stripe::tickets).sum();
        sql.later(SET_STRIPE, with(List.of(sum), counter, free.get(0).number()));
        for (Stripe merged : free.subList(1, free.size())) sql.later(DROP_STRIPE, with(counter, merged.number()));
        return free.size();
    }

    /** Makes one of many stripes: hosts that only ever write from snapshots leave them behind. */
    void fold() {
        if (!sql.dialect().isServer() || sql.sight() == Sql.Sight.SNAPSHOT) return;
        for (List<String> counter : sql.list(COUNTERS_OF_MANY_STRIPES, CountTable::counter, MERGED)) fold(counter);
    }

    /** Beyond the first ones only stripes of hosts are touched, since a live writer would wait for its own until the commit. */
    private void fold(List<String> counter) {
        boolean more = fold(counter, 0, 0, MOST_FOLDED) == MOST_FOLDED;
        for (int round = 1; more && round < MOST_ROUNDS; round++)
            more = fold(counter, 0, Stripes.OF_HOSTS, MOST_FOLDED) == MOST_FOLDED;
    }

    private static List<String> counter(ResultSet row) throws SQLException {
        List<String> counter = new ArrayList<>();
        for (int column = 1; column <= 6; column++) counter.add(Objects.requireNonNull(row.getString(column)));
        return counter;
    }

    private record Stripe(long number, long tickets) {}

    private static List<String> counted(TicketState state, TicketField<?> scope) {
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

    private static Object[] values(List<Object[]> rows) {
        return rows.stream().flatMap(Arrays::stream).toArray();
    }

    private static Object[] with(Object... parts) {
        List<Object> values = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof List<?> several) values.addAll(several);
            else values.add(part);
        }
        return values.toArray();
    }
}
