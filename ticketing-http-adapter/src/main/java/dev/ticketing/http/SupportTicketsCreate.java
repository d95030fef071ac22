package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.FileRef;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v2/support-tickets}. */
final class SupportTicketsCreate {

    /** Stands in for a client that was not named; no ticket is ever opened for it. */
    private static final Requester NOBODY = Requester.of("nobody");

    private SupportTicketsCreate() {}

    static Reply handle(Exchange exchange) {
        byte[] bytes = RequestBody.required(exchange.request());
        Faults faults = new Faults();
        Fields fields = Fields.of(bytes, faults);
        TicketDraft draft = draft(fields);
        WirePaths paths = new WirePaths(
                Map.of("subject", "title", "message", "description", "attachments", SupportTicketsFiles.field(fields)));
        SupportTicketsBody body = SupportTicketsBody.of(exchange);
        if (exchange.caller() instanceof Requester requester)
            return new Writing(exchange, bytes, faults, paths)
                    .asRequester(
                            requester,
                            (ticket, entries, reads) -> body.answer(ticket, reads),
                            portal -> portal.open(draft));
        Requester client = client(fields);
        return new Writing(exchange, bytes, faults, paths)
                .asAgent(
                        (Agent) exchange.caller(),
                        (ticket, entries, reads) -> body.answer(ticket, reads.asPortal()),
                        desk -> desk.open(client, draft));
    }

    private static TicketDraft draft(Fields fields) {
        TicketDraft draft = TicketDraft.of(fields.required("title"), fields.required("description"));
        Optional<Priority> priority = fields.oneOf("priority", Priorities.SUPPORT_TICKETS);
        if (priority.isEmpty()) fields.missing("priority");
        String category = fields.required("category");
        draft = draft.priority(priority.orElse(Priority.MEDIUM)).category(category);
        for (String tag : fields.texts("tags")) draft = draft.tag(tag);
        List<FileRef> files = new ArrayList<>(SupportTicketsFiles.outside(fields));
        files.addAll(SupportTicketsFiles.uploads(fields));
        return draft.files(files);
    }

    /** Staff name the client; for a requester the field is read-only like the answer's. */
    private static Requester client(Fields fields) {
        Optional<Requester> client = fields.as("client", Requester::of);
        if (client.isEmpty()) fields.missing("client");
        return client.orElse(NOBODY);
    }
}
