package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.MessageDraft;
import dev.ticketing.Requester;
import dev.ticketing.TicketRef;
import dev.ticketing.UploadId;
import java.util.Map;

/** {@code POST /api/v2/support/tickets/{id}/messages}. */
final class SupportReply {

    private static final WirePaths PATHS = new WirePaths(Map.of("attachments", "attachmentIds"));

    private SupportReply() {}

    static Reply handle(Exchange exchange) {
        TicketRef ref = TicketRefs.idOrNumber(exchange.variable("id"));
        byte[] bytes = RequestBody.required(exchange.request());
        Faults faults = new Faults();
        MessageDraft draft = draft(Fields.of(bytes, faults));
        SupportBody body = SupportBody.of(exchange);
        Writing writing = new Writing(exchange, bytes, faults, PATHS).on(ref);
        if (exchange.caller() instanceof Requester requester)
            return writing.asRequester(requester, body::newMessage, portal -> portal.reply(ref, draft));
        return writing.asAgent(
                (Agent) exchange.caller(),
                (ticket, entries, reads) -> body.newMessage(ticket, entries, reads.asPortal()),
                desk -> desk.reply(ref, draft));
    }

    private static MessageDraft draft(Fields fields) {
        SupportOpen.refuseForeignFields(fields);
        MessageDraft draft = MessageDraft.of(fields.required("message"));
        if (fields.flag("encrypted").orElse(false)) draft = draft.markedEncrypted();
        // without the field, a reply takes what its writer pinned to the ticket
        boolean named = fields.has("attachmentIds") && !fields.isNull("attachmentIds");
        return named ? draft.files(fields.allAs("attachmentIds", UploadId::of)) : draft.withPinnedUploads();
    }
}
