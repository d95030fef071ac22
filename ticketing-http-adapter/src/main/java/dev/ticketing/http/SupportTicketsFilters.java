package dev.ticketing.http;

import dev.ticketing.Counts;
import dev.ticketing.Priority;
import dev.ticketing.Settings;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketQuery;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The filters of the list on {@code /v2/support-tickets}, once for the page and once for its total, so that both count the same.
 *
 * @param statuses those that show as the wanted one; no filter if empty
 * @param priorities those that show as the wanted one; no filter if empty
 * @param category the wanted one
 */
record SupportTicketsFilters(
        Optional<Set<StatusKey>> statuses, Optional<Set<Priority>> priorities, Optional<String> category) {

    static SupportTicketsFilters read(QueryString query, Settings settings, Faults faults) {
        return new SupportTicketsFilters(
                oneOf("status", SupportTicketsStatus.BY_WIRE, query, faults)
                        .map(status -> status.shownBy(settings.lifecycle())),
                oneOf("priority", Priorities.SUPPORT_TICKETS, query, faults).map(Priorities::shownBy),
                category(query, settings, faults));
    }

    boolean includes(Counts.Row row) {
        return statuses.map(keys -> keys.contains(row.status().key())).orElse(true)
                && priorities.map(ones -> ones.contains(row.priority())).orElse(true)
                && category.map(row.category()::equals).orElse(true);
    }

    /** Says whether no ticket can pass, which an empty set in a query would not say. */
    boolean excludeAll() {
        return statuses.map(Set::isEmpty).orElse(false);
    }

    TicketQuery query() {
        return TicketQuery.all()
                .statuses(statuses.orElse(Set.of()))
                .priorities(priorities.orElse(Set.of()))
                .categories(category.map(Set::of).orElse(Set.of()));
    }

    private static <T> Optional<T> oneOf(String name, Map<String, T> values, QueryString query, Faults faults) {
        Optional<String> given = query.value(name, faults);
        if (given.isEmpty()) return Optional.empty();
        Optional<T> value = Optional.ofNullable(values.get(given.get()));
        if (value.isEmpty()) faults.invalid("/" + name, "must be one of " + String.join(", ", values.keySet()));
        return value;
    }

    private static Optional<String> category(QueryString query, Settings settings, Faults faults) {
        Optional<String> given = query.value("category", faults);
        if (given.isPresent() && !settings.categories().contains(given.get()))
            faults.invalid("/category", "must be one of the categories");
        return given;
    }
}
