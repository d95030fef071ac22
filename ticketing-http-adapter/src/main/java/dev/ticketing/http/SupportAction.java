package dev.ticketing.http;

final class SupportAction {

    private SupportAction() {}

    static Reply close(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }

    static Reply reopen(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
