package dev.ticketing.jdbc;

import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;

/** The access decision and the filters of a query as conditions on a ticket's row. */
final class TicketFilters {

    private TicketFilters() {}

    /** Which tickets a caller may see at all: {@link Access#permits} in SQL. */
    static Where visible(Access access) {
        Where where = new Where().and("tenant = ?", access.tenant().value());
        access.account().ifPresent(account -> where.and("account = ?", account.value()));
        return where.andIn("department", access.departments());
    }

    /** Which tickets a query asks for, but for its text, order and place. */
    static Where wanted(TicketQuery query) {
        Where where = new Where().andIn("status", Columns.words(TicketField.STATUS, query.statuses()));
        query.assignee().ifPresent(agent -> where.and("assignee = ?", agent.value()));
        return where.and(remaining(query));
    }

    /** Which tickets a query asks for among those of one status. */
    static Where remaining(TicketQuery query) {
        return new Where()
                .andIn("department", query.departments())
                .andIn("category", query.categories())
                .andIn("priority", Columns.words(TicketField.PRIORITY, query.priorities()));
    }
}
