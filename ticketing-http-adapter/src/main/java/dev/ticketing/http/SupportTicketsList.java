package dev.ticketing.http;

import dev.ticketing.Counts;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalTicket;
import dev.ticketing.TicketQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /v2/support-tickets}. */
final class SupportTicketsList {

    private static final int DEFAULT_LIMIT = 10;

    private SupportTicketsList() {}

    static Reply handle(Exchange exchange) {
        Faults faults = new Faults();
        QueryString query = exchange.query();
        long page = query.number("page", 1, faults);
        int limit = query.size("limit", DEFAULT_LIMIT, TicketQuery.MAX_LIMIT, faults);
        // in this order, since a page number may be as large as a long
        if (page > TicketQuery.MAX_SKIP / limit)
            faults.invalid("/page", "must not reach further than " + TicketQuery.MAX_SKIP + " tickets");
        SupportTicketsFilters filters = SupportTicketsFilters.read(query, exchange.settings(), faults);
        boolean counted = isCounted(query, faults);
        if (!faults.isEmpty()) throw Refused.query(faults.list());

        PortalReads reads = exchange.portalReads();
        Counts counts = reads.counts();
        long total = counts.total(filters::includes);
        SupportTicketsBody bodies = SupportTicketsBody.of(exchange);
        JsonObject body = new JsonObject()
                .put("success", true)
                .put("data", tickets(reads, filters, (int) page, limit), bodies::item)
                .put(
                        "pagination",
                        new JsonObject()
                                .put("page", page)
                                .put("limit", limit)
                                .put("total", total)
                                .put("pages", (total + limit - 1) / limit));
        if (counted) body.put("counts", byStatus(counts));
        return Reply.ok(body);
    }

    private static List<PortalTicket> tickets(PortalReads reads, SupportTicketsFilters filters, int page, int limit) {
        if (filters.excludeAll()) return List.of();
        TicketQuery query =
                filters.query().order(TicketQuery.Order.CREATED).limit(limit).skip((page - 1) * limit);
        // this shape wants each ticket's description
        return reads.search(query.withOpenings()).items();
    }

    private static JsonObject byStatus(Counts counts) {
        JsonObject body = new JsonObject();
        for (SupportTicketsStatus status : SupportTicketsStatus.values())
            body.put(status.wire(), counts.total(row -> SupportTicketsStatus.of(row.status()) == status));
        return body;
    }

    private static boolean isCounted(QueryString query, Faults faults) {
        Optional<String> given = query.value("countByStatus", faults);
        if (given.isEmpty()) return false;
        return switch (given.get().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                faults.invalid("/countByStatus", "must be true or false");
                yield false;
            }
        };
    }
}
