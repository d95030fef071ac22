package dev.ticketing.http;

final class SupportTicketsGet {

    private SupportTicketsGet() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
