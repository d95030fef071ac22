package dev.ticketing.http;

final class SupportOpen {

    private SupportOpen() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
