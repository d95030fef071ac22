package dev.ticketing.http;

import dev.ticketing.Attachment;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import java.util.ArrayList;
import java.util.List;

/** The ticket object of {@code /v2/support-tickets} for one caller: short in lists, full everywhere else. */
final class SupportTicketsBody {

    private final SupportTicketsAuthors authors;
    private final Downloads downloads;

    private SupportTicketsBody(SupportTicketsAuthors authors, Downloads downloads) {
        this.authors = authors;
        this.downloads = downloads;
    }

    static SupportTicketsBody of(Exchange exchange) {
        return new SupportTicketsBody(SupportTicketsAuthors.of(exchange), exchange.downloads());
    }

    /** Answers with the full ticket, read by what a write or a read sees. */
    StoredAnswer answer(TicketId ticket, PortalReads reads) {
        return shown(ticket, reads).answer();
    }

    /** Shows the full ticket as it is now. */
    KeptDetails.Shown shown(TicketId ticket, PortalReads reads) {
        PortalThread thread = reads.thread(ticket, ThreadQuery.whole());
        JsonObject body = new JsonObject().put("success", true).put("data", full(thread));
        String tag = EntityTag.of(thread.ticket().version());
        return KeptDetails.Shown.of(thread.ticket(), StoredAnswer.ok(tag, body));
    }

    /** The ticket as lists show it. */
    JsonObject item(PortalTicket ticket) {
        return head(ticket)
                .put("tags", ticket.tags())
                .put("createdAt", Timestamps.seconds(ticket.createdAt()))
                .put("updatedAt", Timestamps.seconds(ticket.updatedAt()));
    }

    /** Gives every file that requesters may see: those of the messages first, then those of the ticket itself. */
    static List<Attachment> attachments(PortalThread thread) {
        List<Attachment> attachments = new ArrayList<>();
        thread.messages().forEach(message -> attachments.addAll(message.attachments()));
        attachments.addAll(thread.attachments());
        return attachments;
    }

    /** Gives where a file can be had. */
    String url(TicketId ticket, Attachment attachment) {
        return attachment.url().orElseGet(() -> downloads.url(ticket, attachment.id()));
    }

    private JsonObject full(PortalThread thread) {
        PortalTicket ticket = thread.ticket();
        return head(ticket)
                .put("threads", thread.messages(), this::message)
                .put("attachments", attachments(thread), attachment -> attachment(ticket.id(), attachment))
                .put("tags", ticket.tags())
                .put("resolution", ticket.resolution())
                .put("createdAt", Timestamps.seconds(ticket.createdAt()))
                .put("updatedAt", Timestamps.seconds(ticket.updatedAt()))
                .put("resolvedAt", ticket.resolvedAt().map(Timestamps::seconds));
    }

    private JsonObject head(PortalTicket ticket) {
        return new JsonObject()
                .put("_id", ticket.id().value())
                .put("title", ticket.subject())
                .put("description", ticket.opening().map(PortalMessage::text).orElse(""))
                .put("status", SupportTicketsStatus.of(ticket.status()).wire())
                .put("priority", Priorities.wire(Priorities.shown(ticket.priority())))
                .put("category", ticket.category())
                .put("client", ticket.requester().id().value())
                .put("assignedTo", ticket.assignee().map(authors::agent));
    }

    private JsonObject message(PortalMessage message) {
        return new JsonObject()
                .put("author", authors.author(message))
                .put("message", message.text())
                .put("timestamp", Timestamps.seconds(message.at()))
                .put("type", authors.type(message));
    }

    private JsonObject attachment(TicketId ticket, Attachment attachment) {
        return new JsonObject()
                .put("filename", attachment.filename())
                .put("url", url(ticket, attachment))
                .put("size", attachment.size())
                .put("type", attachment.mimeType());
    }
}
