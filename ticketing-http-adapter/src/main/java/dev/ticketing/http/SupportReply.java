package dev.ticketing.http;

final class SupportReply {

    private SupportReply() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
