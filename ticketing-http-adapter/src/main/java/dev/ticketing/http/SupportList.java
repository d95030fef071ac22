package dev.ticketing.http;

final class SupportList {

    private SupportList() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
