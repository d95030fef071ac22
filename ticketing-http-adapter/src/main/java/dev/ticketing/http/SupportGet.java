package dev.ticketing.http;

import dev.ticketing.TicketRef;

/** {@code GET /api/v2/support/tickets/{id}}. */
final class SupportGet {

    private SupportGet() {}

    static Reply handle(Exchange exchange) {
        TicketRef ref = TicketRefs.idOrNumber(exchange.variable("id"));
        return SupportBody.of(exchange)
                .answer(ref, exchange.portalReads(), StoredAnswer::ok)
                .reply();
    }
}
