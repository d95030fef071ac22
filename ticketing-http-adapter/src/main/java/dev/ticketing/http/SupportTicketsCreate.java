package dev.ticketing.http;

final class SupportTicketsCreate {

    private SupportTicketsCreate() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
