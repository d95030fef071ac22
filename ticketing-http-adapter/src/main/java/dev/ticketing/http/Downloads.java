package dev.ticketing.http;

import dev.ticketing.AttachmentId;
import dev.ticketing.TicketId;

/**
 * Where files are downloaded. Addresses are built from what the host configured, never from a request header.
 *
 * @param mount what stands before the servlet's paths on this server
 * @param base what stands before them for the outside world
 */
record Downloads(String mount, String base) {

    private static final String PATH = "/api/v2/support/attachments/";

    static Downloads of(Exchange exchange) {
        String mount = RequestPath.mount(exchange.request());
        return new Downloads(mount, exchange.options().publicBaseUrl().orElse(mount));
    }

    /** Gives the path on this server. */
    String path(TicketId ticket, AttachmentId attachment) {
        return mount + PATH + attachment.value() + "?ticketId=" + ticket.value();
    }

    /** Gives the address for the outside world; a path if the host named no base. */
    String url(TicketId ticket, AttachmentId attachment) {
        return base + PATH + attachment.value() + "?ticketId=" + ticket.value();
    }
}
