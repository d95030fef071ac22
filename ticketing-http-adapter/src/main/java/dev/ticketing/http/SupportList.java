package dev.ticketing.http;

import dev.ticketing.Page;
import dev.ticketing.PortalTicket;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code GET /api/v2/support/tickets}. */
final class SupportList {

    private static final int DEFAULT_LIMIT = 20;

    private SupportList() {}

    static Reply handle(Exchange exchange) {
        Faults faults = new Faults();
        QueryString query = exchange.query();
        int limit = query.size("limit", DEFAULT_LIMIT, TicketQuery.MAX_LIMIT, faults);
        Optional<SupportStatus> status = status(query, faults);
        Optional<String> department = department(exchange, query, faults);
        CursorParameter cursor =
                CursorParameter.of(exchange, status.map(SupportStatus::wire).orElse("") + "&" + department.orElse(""));
        Optional<Page.Cursor> after = cursor.read(query, faults);
        if (!faults.isEmpty()) throw Refused.query(faults.list());

        Optional<Set<StatusKey>> statuses =
                status.map(wanted -> wanted.shownBy(exchange.settings().lifecycle()));
        // an empty set in a query would mean all
        boolean none = statuses.map(Set::isEmpty).orElse(false);
        TicketQuery wanted = TicketQuery.all()
                .statuses(statuses.orElse(Set.of()))
                .departments(department.map(Set::of).orElse(Set.of()))
                .order(TicketQuery.Order.LAST_MESSAGE)
                .limit(limit);
        Page<PortalTicket> page = none
                ? new Page<>(List.of(), Optional.empty())
                : exchange.portalReads().search(after.map(wanted::after).orElse(wanted));
        SupportBody bodies = SupportBody.of(exchange);
        return Reply.ok(new JsonObject()
                .put("data", page.items(), bodies::summary)
                .put("hasMore", page.next().isPresent())
                .put("nextCursor", cursor.write(page.next())));
    }

    private static Optional<SupportStatus> status(QueryString query, Faults faults) {
        Optional<String> given = query.value("status", faults);
        Optional<SupportStatus> status = given.map(SupportStatus.FILTERS::get);
        if (given.isPresent() && status.isEmpty())
            faults.invalid("/status", "must be one of " + String.join(", ", SupportStatus.FILTERS.keySet()));
        return status;
    }

    private static Optional<String> department(Exchange exchange, QueryString query, Faults faults) {
        Optional<String> given = query.value("departmentSlug", faults);
        if (given.isPresent() && exchange.settings().department(given.get()).isEmpty())
            faults.invalid("/departmentSlug", "must be one of the departments");
        return given;
    }
}
