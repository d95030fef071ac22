package dev.ticketing.http;

final class SupportTicketsUpdate {

    private SupportTicketsUpdate() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
