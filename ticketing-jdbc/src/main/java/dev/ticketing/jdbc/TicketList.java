package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.jdbc.TicketWalks.Walk;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists tickets in order without sorting or scanning: one walk along an index for each place where tickets can be, merged from
 * the newest on until the page is full. Only the rows on the page are read.
 */
final class TicketList {

    /** SQLite merges at most 500 walks in one statement. */
    private static final int MOST_WALKS = 100;

    private static final String SPOT = "ticket_key AS spot_key";

    private static final Selection TICKET = Selection.of(TicketColumns.COLUMNS);

    /** What {@link Mark} is made of. */
    private static final String MARK = "id, version, updated_at";

    private final Sql sql;

    TicketList(Sql sql) {
        this.sql = sql;
    }

    /** A ticket's place in the list, as an index knows it. */
    record Spot(long key, Instant at, String id) {
        private static final Comparator<Spot> NEWEST_FIRST =
                Comparator.comparing(Spot::at).thenComparing(Spot::id).reversed();

        static Spot of(ResultSet row) throws SQLException {
            return new Spot(row.getLong("ticket_key"), Columns.instant(row, "placed_at"), Columns.string(row, "id"));
        }

        private static Spot placed(ResultSet row) throws SQLException {
            return new Spot(
                    row.getLong("spot_key"), Columns.instant(row, "placed_at"), Columns.string(row, "placed_id"));
        }
    }

    /** Whether a page is one statement, which sees one state of the database by itself. */
    static boolean isOneStatement(Access access, TicketQuery query) {
        return TicketWalks.areNamed(access, query);
    }

    Page<TicketState> page(Access access, TicketQuery query) {
        List<Walk> walks = walks(access, query);
        if (walks.size() <= MOST_WALKS) return marked(walks, access, query).page();
        return page(sql, spots(walks, order(access, query), query), query.limit());
    }

    /** A ticket on a page or right after it, and which state it is in. */
    record Mark(String id, long version, long updatedAt) {

        static Mark of(TicketState ticket) {
            return new Mark(
                    ticket.id().value(),
                    ticket.get(TicketField.VERSION),
                    Columns.of(ticket.get(TicketField.UPDATED_AT)));
        }
    }

    /** A page that is one statement, and what tells it from any other. */
    record Marked(Page<TicketState> page, Set<Mark> marks) {}

    Marked marked(Access access, TicketQuery query) {
        return marked(walks(access, query), access, query);
    }

    /** Looks what a page would consist of, without reading it. */
    Set<Mark> marks(Access access, TicketQuery query) {
        List<Walk> walks = walks(access, query);
        if (walks.isEmpty()) return Set.of();
        return Set.copyOf(rows(
                MARK,
                row -> new Mark(Columns.string(row, "id"), row.getLong("version"), row.getLong("updated_at")),
                walks,
                order(access, query),
                query));
    }

    private List<Walk> walks(Access access, TicketQuery query) {
        List<Walk> walks = TicketWalks.of(sql, access, query, orderedBy(access.audience(), query.order()));
        query.after()
                .ifPresent(place -> walks.forEach(walk -> walk.where()
                        .and(sql.dialect()
                                .after(
                                        walk.by().name(),
                                        Columns.of(place.at()),
                                        place.id().value()))));
        return walks;
    }

    private Marked marked(List<Walk> walks, Access access, TicketQuery query) {
        if (walks.isEmpty()) return new Marked(new Page<>(List.of(), Optional.empty()), Set.of());
        Order order = order(access, query);
        TicketField<Instant> by = order.by();
        List<TicketState> rows = rows(
                TICKET.in(sql.dialect()),
                row -> TicketColumns.state(Selection.cells(sql.dialect(), row)),
                walks,
                order,
                query);
        rows.sort(Comparator.comparing((TicketState row) -> row.get(by))
                .thenComparing(row -> row.id().value())
                .reversed());
        return new Marked(
                page(rows, by, query.limit()), rows.stream().map(Mark::of).collect(Collectors.toSet()));
    }

    private static Page<TicketState> page(List<TicketState> rows, TicketField<Instant> by, int limit) {
        if (rows.size() <= limit) return new Page<>(rows, Optional.empty());
        List<TicketState> page = List.copyOf(rows.subList(0, limit));
        TicketState last = page.get(page.size() - 1);
        return new Page<>(page, Optional.of(new Page.Cursor(last.get(by), last.id())));
    }

    /** Reads what is on the page, and one row more if there is another page, in any order. */
    private <T> List<T> rows(String columns, Sql.Row<T> row, List<Walk> walks, Order order, TicketQuery query) {
        List<Object> values = new ArrayList<>();
        String rows;
        if (walks.size() <= TicketWalks.ofOnePlace(sql.dialect()) && query.skip() == 0) {
            rows = merged(columns, walks, order, query.limit() + 1, 0, values);
        } else {
            // only the rows of the page are read, whatever was skipped
            rows = "SELECT " + columns + " FROM ("
                    + merged(SPOT, walks, order, query.limit() + 1, query.skip(), values)
                    + ") spot JOIN ticketing_ticket ON ticketing_ticket.ticket_key = spot.spot_key";
        }
        return sql.list(rows, row, values.toArray());
    }

    /** Reads the rows of a page; one spot more than its limit says that there is another page. */
    static Page<TicketState> page(Sql sql, List<Spot> spots, int limit) {
        List<Spot> page = spots.subList(0, Math.min(limit, spots.size()));
        Map<Long, TicketState> rows =
                new TicketTable(sql).byKey(page.stream().map(Spot::key).toList());
        List<TicketState> tickets = new ArrayList<>();
        for (Spot spot : page) {
            TicketState ticket = rows.get(spot.key());
            if (ticket != null) tickets.add(ticket);
        }
        if (page.size() == spots.size()) return new Page<>(tickets, Optional.empty());
        Spot last = page.get(page.size() - 1);
        return new Page<>(tickets, Optional.of(new Page.Cursor(last.at(), new TicketId(last.id()))));
    }

    private List<Spot> spots(List<Walk> walks, Order order, TicketQuery query) {
        int most = query.limit() + 1 + query.skip();
        List<Spot> spots = new ArrayList<>();
        for (int from = 0; from < walks.size(); from += MOST_WALKS) {
            List<Object> values = new ArrayList<>();
            List<Walk> part = walks.subList(from, Math.min(from + MOST_WALKS, walks.size()));
            spots.addAll(sql.list(merged(SPOT, part, order, most, 0, values), Spot::placed, values.toArray()));
        }
        return spots.stream()
                .sorted(Spot.NEWEST_FIRST)
                .skip(query.skip())
                .limit(query.limit() + 1L)
                .toList();
    }

    /** Says limits in the statement, since PostgreSQL plans one anew each time that does not tell how few rows are asked for. */
    private String merged(String columns, List<Walk> walks, Order order, int most, int skipped, List<Object> values) {
        List<String> selects = new ArrayList<>();
        for (Walk walk : walks) {
            selects.add("SELECT " + columns + ", " + walk.by() + " AS placed_at, id AS placed_id" + order.from()
                    + walk.where().sql());
            values.addAll(Arrays.asList(walk.where().values()));
        }
        return sql.dialect().merged(selects, "placed_at DESC, placed_id DESC", most + skipped) + " LIMIT " + most
                + (skipped == 0 ? "" : " OFFSET " + skipped);
    }

    /** What a list is ordered by, and where its walks read from. */
    private record Order(TicketField<Instant> by, String from) {}

    private Order order(Access access, TicketQuery query) {
        TicketField<Instant> by = orderedBy(access.audience(), query.order());
        String index = sql.dialect().along(TicketWalks.index(access, query, by));
        return new Order(by, " FROM ticketing_ticket" + index + " WHERE ");
    }

    /** What an order means to an audience. */
    static TicketField<Instant> orderedBy(Audience audience, TicketQuery.Order order) {
        return switch (order) {
            case CREATED -> TicketField.CREATED_AT;
            case LAST_MESSAGE -> TicketField.LAST_MESSAGE_AT;
            case UPDATED -> audience == Audience.DESK ? TicketField.UPDATED_AT : TicketField.PORTAL_UPDATED_AT;
        };
    }
}
