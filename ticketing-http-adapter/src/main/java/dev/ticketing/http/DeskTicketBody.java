package dev.ticketing.http;

import dev.ticketing.AllowedAction;
import dev.ticketing.Contact;
import dev.ticketing.Department;
import dev.ticketing.ExternalId;
import dev.ticketing.Link;
import dev.ticketing.PortalTicket;
import dev.ticketing.Status;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A ticket as {@code /api/v2/desk} shows it: the desk's version, times and numbers, and beside them what requesters see. */
final class DeskTicketBody {

    private DeskTicketBody() {}

    /** Gives the ticket with its opening message. */
    static JsonObject full(Ticket ticket, DeskEntryBody entries) {
        return row(ticket)
                .put("opening", ticket.shared().opening().map(opening -> entries.opening(ticket.id(), opening)));
    }

    /** Gives the ticket as it stands in lists. */
    static JsonObject row(Ticket ticket) {
        PortalTicket shared = ticket.shared();
        return new JsonObject()
                .put("id", ticket.id().value())
                .put("number", Long.toString(ticket.number()))
                .put("externalId", ticket.externalId().map(ExternalId::value))
                .put("channel", ticket.channel())
                .put("subject", ticket.subject())
                .put("status", status(ticket.status()))
                .put("priority", Priorities.wire(ticket.priority()))
                .put("category", ticket.category())
                .put("department", department(ticket.department()))
                .put("requester", requester(ticket.requester()))
                .put("assignee", ticket.assignee().map(agent -> agent.value()))
                .put("tags", ticket.tags())
                .put("internalTags", ticket.internalTags())
                .put("cc", shared.cc())
                .put("links", shared.links(), DeskTicketBody::link)
                .put("resolution", ticket.resolution())
                .put("criticalReason", shared.criticalReason())
                .put("aiSummary", ticket.aiSummary())
                .put("aiHelpful", ticket.aiHelpful())
                .put("version", ticket.version())
                .put("portalVersion", shared.version())
                .put("seq", ticket.seq())
                .put("portalSeq", shared.seq())
                .put("messageCount", shared.messageCount())
                .put("noteCount", ticket.noteCount())
                .put("createdAt", Timestamps.millis(shared.createdAt()))
                .put("updatedAt", Timestamps.millis(ticket.updatedAt()))
                .put("portalUpdatedAt", Timestamps.millis(shared.updatedAt()))
                .put("lastMessageAt", Timestamps.millis(shared.lastMessageAt()))
                .put("firstRespondedAt", moment(ticket.firstRespondedAt()))
                .put("resolvedAt", moment(shared.resolvedAt()))
                .put("closedAt", moment(shared.closedAt()))
                .put("reopenedCount", shared.reopenedCount())
                .put("allowedActions", ticket.allowedActions(), DeskTicketBody::action);
    }

    static JsonObject department(Department department) {
        return new JsonObject()
                .put("slug", department.slug())
                .put("displayName", department.displayName())
                .put("description", department.description())
                .put("email", department.email());
    }

    /** Gives an enum constant as this surface spells it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject status(Status status) {
        return new JsonObject()
                .put("key", status.key().value())
                .put("label", status.label())
                .put("category", word(status.category()));
    }

    private static JsonObject requester(Contact requester) {
        return new JsonObject()
                .put("id", requester.id().value())
                .put("account", requester.account().value())
                .put("name", requester.name())
                .put("email", requester.email());
    }

    private static JsonObject link(Link link) {
        return new JsonObject()
                .put("type", link.ref().type())
                .put("id", link.ref().id())
                .put("name", link.name())
                .put("details", link.details());
    }

    /** The refusal is the code that trying it would be answered with. */
    private static JsonObject action(AllowedAction action) {
        return new JsonObject()
                .put("action", action.action())
                .put("to", action.to().map(StatusKey::value))
                .put("allowed", action.allowed())
                .put(
                        "refusal",
                        action.refusal()
                                .map(code -> Problems.of(code, Surface.DESK).code(Surface.DESK)));
    }

    private static Optional<String> moment(Optional<Instant> at) {
        return at.map(Timestamps::millis);
    }
}
