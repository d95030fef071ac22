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

    /** As long as an array can be. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    private SupportTicketsUpdate() {}

    static Reply handle(Exchange exchange) {
        TicketId id = TicketRefs.requiredId(exchange.variable("id"));
        byte[] bytes = RequestBody.required(exchange.request(), mostBytes(exchange));
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

    /** Clients may send back all that they read, and a ticket may hold more text than other bodies. */
    private static int mostBytes(Exchange exchange) {
        long most = RequestBody.MAX_BYTES + exchange.settings().limits().textBytes();
        return (int) Math.min(most, MOST_BYTES);
    }

    /** New messages stand in two fields; with both in a body, the documented one is meant. */
    private static WirePaths paths(Fields fields) {
        String message = fields.has("threads") && !fields.has("message") ? "threads!" : "message";
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
