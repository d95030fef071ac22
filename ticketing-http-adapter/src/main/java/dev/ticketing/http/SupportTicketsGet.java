package dev.ticketing.http;

import dev.ticketing.TicketId;

/** {@code GET /v2/support-tickets/{id}}. */
final class SupportTicketsGet {

    private SupportTicketsGet() {}

    static Reply handle(Exchange exchange) {
        TicketId id = TicketRefs.requiredId(exchange.variable("id"));
        return SupportTicketsBody.of(exchange)
                .answer(id, exchange.portalReads())
                .reply();
    }
}
