package dev.ticketing.http;

import dev.ticketing.Attachment;
import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.EntryId;
import dev.ticketing.Link;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The ticket and message objects of {@code /api/v2/support}. */
final class SupportBody {

    private final Function<Author, Optional<String>> staffNames;
    private final Downloads downloads;

    private SupportBody(Function<Author, Optional<String>> staffNames, Downloads downloads) {
        this.staffNames = staffNames;
        this.downloads = downloads;
    }

    static SupportBody of(Exchange exchange) {
        return new SupportBody(exchange.options().staffNames(), exchange.downloads());
    }

    /** The ticket as lists show it. */
    JsonObject summary(PortalTicket ticket) {
        return rest(head(ticket), ticket);
    }

    /** Answers with the ticket and its conversation; {@code made} says which status that is. */
    StoredAnswer answer(TicketRef ticket, PortalReads reads, BiFunction<String, JsonObject, StoredAnswer> made) {
        PortalThread thread = reads.thread(ticket, ThreadQuery.whole());
        return made.apply(EntityTag.of(thread.ticket().version()), detail(thread));
    }

    /** Shows the ticket and its conversation as it is now. */
    KeptDetails.Shown shown(TicketRef ref, PortalReads reads) {
        PortalThread thread = reads.thread(ref, ThreadQuery.whole());
        String tag = EntityTag.of(thread.ticket().version());
        return KeptDetails.Shown.of(thread.ticket(), StoredAnswer.ok(tag, detail(thread)));
    }

    /** Gives everybody, since this shape tells all the same; nobody if the host names its staff each time. */
    Optional<String> readers() {
        return staffNames == Options.OWN_NAMES ? Optional.of("") : Optional.empty();
    }

    private JsonObject detail(PortalThread thread) {
        PortalTicket ticket = thread.ticket();
        TicketId id = ticket.id();
        JsonObject head = head(ticket).put("body", ticket.opening().map(PortalMessage::text));
        return rest(head, ticket)
                .put("attachments", rootAttachments(thread), attachment -> attachment(id, attachment))
                .put("messages", thread.messages(), message -> message(id, message));
    }

    /** Answers with one new message, found among the last entries of its ticket. */
    StoredAnswer newMessage(TicketId ticket, List<EntryId> entries, PortalReads reads) {
        PortalTicket now = reads.get(ticket);
        ThreadQuery last =
                ThreadQuery.after(Math.max(0, now.seq() - entries.size())).limit(entries.size());
        PortalMessage message = reads.thread(ticket, last).messages().stream()
                .filter(candidate -> candidate.id().equals(entries.get(0)))
                .findFirst()
                .orElseThrow();
        return StoredAnswer.created(EntityTag.of(now.version()), message(ticket, message));
    }

    private static JsonObject head(PortalTicket ticket) {
        return new JsonObject()
                .put("id", ticket.id().value())
                .put("number", Long.toString(ticket.number()))
                .put("subject", ticket.subject());
    }

    private static JsonObject rest(JsonObject head, PortalTicket ticket) {
        return head.put("status", SupportStatus.of(ticket.status()).wire())
                .put("priority", Priorities.wire(ticket.priority()))
                .put("departmentSlug", ticket.department().slug())
                .put("departmentName", ticket.department().displayName())
                .put("createdAt", Timestamps.millis(ticket.createdAt()))
                .put("updatedAt", Timestamps.millis(ticket.updatedAt()))
                .put("lastMessageAt", Timestamps.millis(ticket.lastMessageAt()))
                .put("ccEmails", ticket.cc())
                .put("requesterName", ticket.requester().name())
                .put("messageCount", ticket.messageCount())
                .put("linkedServices", ticket.links(), SupportBody::link);
    }

    private static JsonObject link(Link link) {
        return new JsonObject()
                .put("serviceType", link.ref().type())
                .put("serviceId", link.ref().id())
                .put("serviceName", link.name())
                .put("details", link.details());
    }

    /** The files of the opening text and those of the ticket itself. */
    private static List<Attachment> rootAttachments(PortalThread thread) {
        List<Attachment> attachments = new ArrayList<>();
        thread.ticket().opening().ifPresent(opening -> attachments.addAll(opening.attachments()));
        attachments.addAll(thread.attachments());
        return attachments;
    }

    private JsonObject message(TicketId ticket, PortalMessage message) {
        return new JsonObject()
                .put("id", message.id().value())
                .put("ticketId", ticket.value())
                .put("sentAt", Timestamps.millis(message.at()))
                .put("body", message.text())
                .put("sender", sender(message))
                .put("senderName", senderName(message))
                .put("encrypted", message.encrypted())
                .put("attachments", message.attachments(), attachment -> attachment(ticket, attachment));
    }

    private static String sender(PortalMessage message) {
        return switch (message.system()
                ? AuthorKind.AUTOMATION
                : message.author().kind()) {
            case REQUESTER -> "customer";
            case STAFF -> "staff";
            case AUTOMATION -> "automation";
        };
    }

    private Optional<String> senderName(PortalMessage message) {
        Author author = message.author();
        if (message.system()) return Optional.empty();
        return author.kind() == AuthorKind.STAFF ? staffNames.apply(author) : author.name();
    }

    private JsonObject attachment(TicketId ticket, Attachment attachment) {
        return new JsonObject()
                .put("id", attachment.id().value())
                .put("filename", attachment.filename())
                .put("extension", attachment.extension())
                .put("mimeType", attachment.mimeType())
                .put("downloadUrl", attachment.url().orElseGet(() -> downloads.path(ticket, attachment.id())));
    }
}
