package dev.ticketing.http;

final class SupportDownload {

    private SupportDownload() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
