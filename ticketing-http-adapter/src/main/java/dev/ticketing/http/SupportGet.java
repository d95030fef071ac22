package dev.ticketing.http;

import dev.ticketing.PortalReads;
import dev.ticketing.TicketRef;

/** {@code GET /api/v2/support/tickets/{id}}. */
final class SupportGet {

    private SupportGet() {}

    static Reply handle(Exchange exchange) {
        TicketRef ref = TicketRefs.idOrNumber(exchange.variable("id"));
        PortalReads reads = exchange.portalReads();
        SupportBody body = SupportBody.of(exchange);
        return exchange.options()
                .details()
                .reply(exchange, body.readers(), () -> reads.stamp(ref), () -> body.shown(ref, reads));
    }
}
