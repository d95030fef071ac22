package dev.ticketing.http;

final class SupportGet {

    private SupportGet() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
