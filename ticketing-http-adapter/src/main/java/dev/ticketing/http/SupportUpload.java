package dev.ticketing.http;

final class SupportUpload {

    private SupportUpload() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
