package dev.ticketing.http;

import dev.ticketing.PortalReads;
import dev.ticketing.TicketId;

/** {@code GET /v2/support-tickets/{id}}. */
final class SupportTicketsGet {

    private SupportTicketsGet() {}

    static Reply handle(Exchange exchange) {
        TicketId id = TicketRefs.requiredId(exchange.variable("id"));
        PortalReads reads = exchange.portalReads();
        SupportTicketsBody body = SupportTicketsBody.of(exchange);
        return exchange.options()
                .details()
                .reply(
                        exchange,
                        SupportTicketsAuthors.readers(exchange),
                        () -> reads.stamp(id),
                        () -> body.shown(id, reads));
    }
}
