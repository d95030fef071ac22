package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Command;
import dev.ticketing.PortalThread;
import dev.ticketing.Requester;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import java.util.List;
import java.util.Map;

/**
 * {@code PUT /v2/support-tickets/{id}}: what the body wants that is not so already, as one write. By a requester anything but
 * a message, closing and reopening is 403.
 */
final class SupportTicketsUpdate {

    private SupportTicketsUpdate() {}

    static Reply handle(Exchange exchange) {
        TicketId id = TicketRefs.requiredId(exchange.variable("id"));
        byte[] bytes = RequestBody.required(exchange.request());
        Faults faults = new Faults();
        Fields fields = Fields.of(bytes, faults);
        // files are on messages, so comparing them takes the whole conversation
        ThreadQuery part = fields.has("attachments") ? ThreadQuery.whole() : ThreadQuery.none();
        PortalThread present = exchange.portalReads().thread(id, part);
        List<Command> commands = new SupportTicketsChanges(exchange, fields, present).commands();
        Writing writing = new Writing(exchange, bytes, faults, paths(fields)).on(id);
        SupportTicketsBody body = SupportTicketsBody.of(exchange);
        if (exchange.caller() instanceof Agent agent)
            return writing.asAgent(
                    agent,
                    (ticket, entries, reads) -> body.answer(ticket, reads.asPortal()),
                    desk -> desk.apply(id, commands.toArray(Command[]::new)));
        Command.ByRequester[] allowed =
                commands.stream().filter(Command.ByRequester.class::isInstance).toArray(Command.ByRequester[]::new);
        if (allowed.length < commands.size())
            writing.refuseUnlessReplayed(
                    Refused.because(Refused.Reason.NOT_ALLOWED, "Only staff may change these fields."));
        return writing.asRequester(
                (Requester) exchange.caller(),
                (ticket, entries, reads) -> body.answer(ticket, reads),
                portal -> portal.apply(id, allowed));
    }

    /** Core calls the opening message and a new one the same; with a message in the body that one is meant. */
    private static WirePaths paths(Fields fields) {
        String message = fields.has("message") ? "message" : "description";
        return new WirePaths(Map.of(
                "subject",
                "title",
                "opening",
                "description",
                "message",
                message,
                "attachments",
                SupportTicketsFiles.field(fields)));
    }
}
