package dev.ticketing.http;

final class SupportTicketsList {

    private SupportTicketsList() {}

    static Reply handle(Exchange exchange) {
        throw new UnsupportedOperationException(exchange.route().name());
    }
}
