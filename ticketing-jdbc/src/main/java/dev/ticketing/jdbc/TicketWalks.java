package dev.ticketing.jdbc;

import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The walks that a list is merged of: one condition for each place where tickets can be, which begins with the columns of an
 * index.
 */
final class TicketWalks {

    /** A walk to where nothing is costs about as much as asking where something is, divided by this. */
    private static final int MOST_UNASKED = 16;

    private TicketWalks() {}

    /** Whether the query names so few places that nobody needs to ask where there are tickets. */
    static boolean areNamed(Access access, TicketQuery query) {
        return named(access, query).isPresent();
    }

    /**
     * A walk along an index, newest first.
     *
     * @param where begins with the columns of the index
     * @param by the column that comes next
     */
    record Walk(Where where, TicketField<Instant> by) {}

    /**
     * The walks of a list in some order. Where indexes are of some rows only, tickets to which nothing has happened since they were
     * opened have walks of their own: their times are one, so one index has them in all orders.
     */
    static List<Walk> of(Sql sql, Access access, TicketQuery query, TicketField<Instant> by) {
        List<Walk> walks = new ArrayList<>();
        for (Where place : places(sql, access, query)) {
            if (sql.dialect().hasPartialIndexes()) {
                walks.add(new Walk(new Where().and(place).and("changed = 1"), by));
                walks.add(new Walk(place.and("changed = 0"), TicketField.CREATED_AT));
            } else {
                walks.add(new Walk(place, by));
            }
        }
        return walks;
    }

    /** How many walks one place has. */
    static int ofOnePlace(Dialect dialect) {
        return dialect.hasPartialIndexes() ? 2 : 1;
    }

    /** The index that all walks of a list go along. Lists of an account are for the portal, which orders by its own times. */
    static String index(Access access, TicketQuery query, TicketField<Instant> by) {
        String scope = access.account().isPresent() ? "account" : byAssignee(access, query) ? "assignee" : "department";
        return "ix_ticketing_ticket__" + scope + "_" + by;
    }

    private static List<Where> places(Sql sql, Access access, TicketQuery query) {
        Collection<CountTable.Place> places =
                named(access, query).orElseGet(() -> new ArrayList<>(new CountTable(sql).places(access, query)));
        if (!byAssignee(access, query))
            return places.stream().map(place -> walk(access, query, place)).collect(Collectors.toList());
        return places.stream()
                .map(CountTable.Place::status)
                .distinct()
                .map(status -> new Where()
                        .and("tenant = ?", access.tenant().value())
                        .and("assignee = ?", query.assignee().orElseThrow().value())
                        .and("status = ?", status)
                        .andIn("department", access.departments())
                        .and(TicketFilters.remaining(query)))
                .collect(Collectors.toList());
    }

    private static Optional<Collection<CountTable.Place>> named(Access access, TicketQuery query) {
        Optional<Collection<String>> scopes = scopes(access, query);
        if (query.statuses().isEmpty() || scopes.isEmpty()) return Optional.empty();
        Collection<CountTable.Place> places = new ArrayList<>();
        for (String scope : scopes.get())
            for (String status : new TreeSet<>(Columns.words(TicketField.STATUS, query.statuses())))
                places.add(new CountTable.Place(scope, status));
        return places.size() <= MOST_UNASKED ? Optional.of(places) : Optional.empty();
    }

    private static Optional<Collection<String>> scopes(Access access, TicketQuery query) {
        if (access.account().isPresent())
            return Optional.of(List.of(access.account().get().value()));
        // an agent's tickets stand together, whatever their department
        if (byAssignee(access, query)) return Optional.of(List.of(""));
        if (query.departments().isEmpty() && access.departments().isEmpty()) return Optional.empty();
        Collection<String> scopes =
                new TreeSet<>(query.departments().isEmpty() ? access.departments() : query.departments());
        if (!access.departments().isEmpty()) scopes.retainAll(access.departments());
        return Optional.of(scopes);
    }

    private static boolean byAssignee(Access access, TicketQuery query) {
        return access.account().isEmpty() && query.assignee().isPresent();
    }

    private static Where walk(Access access, TicketQuery query, CountTable.Place place) {
        Where where = new Where()
                .and("tenant = ?", access.tenant().value())
                .and((access.account().isPresent() ? "account" : "department") + " = ?", place.scope())
                .and("status = ?", place.status());
        query.assignee().ifPresent(agent -> where.and("assignee = ?", agent.value()));
        return where.and(TicketFilters.remaining(query));
    }
}
