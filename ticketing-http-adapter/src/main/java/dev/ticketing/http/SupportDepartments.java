package dev.ticketing.http;

final class SupportDepartments {

    private SupportDepartments() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
