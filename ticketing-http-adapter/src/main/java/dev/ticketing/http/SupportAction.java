package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Command;
import dev.ticketing.Requester;
import dev.ticketing.TicketRef;

/** {@code POST /api/v2/support/tickets/{id}/actions/close} and {@code …/reopen}. The body is empty or an object without meaning. */
final class SupportAction {

    private SupportAction() {}

    static Reply close(Exchange exchange) {
        return act(exchange, new Command.Close());
    }

    static Reply reopen(Exchange exchange) {
        return act(exchange, new Command.Reopen());
    }

    private static Reply act(Exchange exchange, Command.ByRequester command) {
        TicketRef ref = TicketRefs.idOrNumber(exchange.variable("id"));
        byte[] bytes = RequestBody.optional(exchange.request());
        Faults faults = new Faults();
        if (bytes.length > 0) Fields.of(bytes, faults);
        SupportBody body = SupportBody.of(exchange);
        Writing writing = new Writing(exchange, bytes, faults, WirePaths.SAME).on(ref);
        if (exchange.caller() instanceof Requester requester)
            return writing.asRequester(
                    requester,
                    (ticket, entries, reads) -> body.answer(ticket, reads, StoredAnswer::ok),
                    portal -> portal.apply(ref, command));
        return writing.asAgent(
                (Agent) exchange.caller(),
                (ticket, entries, reads) -> body.answer(ticket, reads.asPortal(), StoredAnswer::ok),
                desk -> desk.apply(ref, command));
    }
}
