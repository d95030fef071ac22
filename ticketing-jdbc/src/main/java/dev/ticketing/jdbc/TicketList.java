package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
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
import org.jspecify.annotations.Nullable;

/**
 * Lists tickets in order without sorting or scanning: one walk along an index for each place where tickets can be, merged from
 * the newest on until the page is full. Only the rows on the page are read.
 */
final class TicketList {

    /** SQLite merges at most 500 walks in one statement. */
    private static final int MOST_WALKS = 100;

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
    }

    Page<TicketState> page(Access access, TicketQuery query) {
        List<Where> walks = walks(access, query);
        TicketField<Instant> by = orderedBy(access.audience(), query.order());
        query.after()
                .ifPresent(place -> walks.forEach(walk -> walk.and(sql.dialect()
                        .after(by.name(), Columns.of(place.at()), place.id().value()))));
        List<Spot> spots = spots(walks, by, query);
        return page(sql, spots, query.limit());
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

    private List<Spot> spots(List<Where> walks, TicketField<Instant> by, TicketQuery query) {
        boolean one = walks.size() <= MOST_WALKS;
        int skipped = one ? query.skip() : 0;
        int most = query.limit() + 1 + query.skip() - skipped;
        List<Spot> spots = new ArrayList<>();
        for (int from = 0; from < walks.size(); from += MOST_WALKS)
            spots.addAll(merged(walks.subList(from, Math.min(from + MOST_WALKS, walks.size())), by, most, skipped));
        if (one) return spots;
        return spots.stream()
                .sorted(Spot.NEWEST_FIRST)
                .skip(query.skip())
                .limit(query.limit() + 1L)
                .toList();
    }

    private List<Spot> merged(List<Where> walks, TicketField<Instant> by, int most, int skipped) {
        String walk = "SELECT ticket_key, " + by + " AS placed_at, id FROM ticketing_ticket WHERE ";
        String merged = sql.dialect()
                        .merged(walks.stream().map(where -> walk + where.sql()).toList(), "placed_at DESC, id DESC")
                + " LIMIT ? OFFSET ?";
        List<@Nullable Object> values = new ArrayList<>();
        for (Where where : walks) {
            values.addAll(Arrays.asList(where.values()));
            if (sql.dialect().limitsEachWalk(walks.size())) values.add(most + skipped);
        }
        values.add(most);
        values.add(skipped);
        return sql.list(merged, Spot::of, values.toArray());
    }

    /** One condition for each walk; each begins with the columns of an index. */
    private List<Where> walks(Access access, TicketQuery query) {
        Set<CountTable.Place> places = new CountTable(sql).places(access, query);
        if (access.account().isEmpty() && query.assignee().isPresent())
            return places.stream()
                    .map(CountTable.Place::status)
                    .distinct()
                    .map(status -> new Where()
                            .and("tenant = ?", access.tenant().value())
                            .and("assignee = ?", query.assignee().get().value())
                            .and("status = ?", status)
                            .andIn("department", access.departments())
                            .and(TicketFilters.remaining(query)))
                    .collect(Collectors.toList());
        return places.stream().map(place -> walk(access, query, place)).collect(Collectors.toList());
    }

    private static Where walk(Access access, TicketQuery query, CountTable.Place place) {
        Where where = new Where()
                .and("tenant = ?", access.tenant().value())
                .and((access.account().isPresent() ? "account" : "department") + " = ?", place.scope())
                .and("status = ?", place.status());
        query.assignee().ifPresent(agent -> where.and("assignee = ?", agent.value()));
        return where.and(TicketFilters.remaining(query));
    }

    private static TicketField<Instant> orderedBy(Audience audience, TicketQuery.Order order) {
        return switch (order) {
            case CREATED -> TicketField.CREATED_AT;
            case LAST_MESSAGE -> TicketField.LAST_MESSAGE_AT;
            case UPDATED -> audience == Audience.DESK ? TicketField.UPDATED_AT : TicketField.PORTAL_UPDATED_AT;
        };
    }
}
