package dev.ticketing.contract.driver;

import dev.ticketing.AgentId;
import dev.ticketing.ExternalId;
import dev.ticketing.Link;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketThread;
import java.util.HashMap;
import java.util.Map;

/** The facts that model and engine are compared by, read off both. */
final class Facts {

    private Facts() {}

    /** Reads off what a caller got. */
    static Map<String, Object> of(Object result, Bindings bindings) {
        if (result instanceof Replies.Rendered rendered) {
            Map<String, Object> facts = of(rendered.result(), bindings);
            facts.put("replayed", rendered.replayed());
            return facts;
        }
        Map<String, Object> facts = new HashMap<>();
        if (result instanceof Ticket ticket) desk(ticket, facts);
        if (result instanceof PortalTicket ticket) portal(ticket, facts);
        if (result instanceof TicketThread.Entry entry) entry(entry.seq(), entry.text(), facts);
        if (result instanceof PortalMessage message) entry(message.seq(), message.text(), facts);
        if (result instanceof TicketThread thread) {
            desk(thread.ticket(), facts);
            facts.put(
                    "texts",
                    thread.entries().stream().map(TicketThread.Entry::text).toList());
        }
        if (result instanceof PortalThread thread) {
            portal(thread.ticket(), facts);
            facts.put(
                    "texts", thread.messages().stream().map(PortalMessage::text).toList());
        }
        if (result instanceof Questions.Happened happened)
            facts.put(
                    "versions",
                    happened.events().stream().map(TicketEvent::version).toList());
        if (result instanceof Questions.Counted counted) facts.put("rows", counted.rows());
        if (result instanceof Questions.Fed fed) facts.put("positions", fed.positions());
        if (result instanceof Questions.Pages<?> pages)
            facts.put("tickets", pages.items().stream().map(bindings::ordinal).toList());
        return facts;
    }

    private static void entry(long seq, String text, Map<String, Object> facts) {
        facts.put("entry", seq);
        facts.put("text", text);
    }

    private static void desk(Ticket ticket, Map<String, Object> facts) {
        portal(ticket.shared(), facts);
        facts.put("deskVersion", ticket.version());
        facts.put("deskSeq", ticket.seq());
        facts.put("deskUpdated", ticket.updatedAt());
        facts.put("internalTags", ticket.internalTags());
        facts.put("notes", ticket.noteCount());
        facts.put("external", ticket.externalId().map(ExternalId::value));
        facts.put("firstResponded", ticket.firstRespondedAt());
    }

    private static void portal(PortalTicket ticket, Map<String, Object> facts) {
        facts.put("status", ticket.status().key().value());
        facts.put("version", ticket.version());
        facts.put("seq", ticket.seq());
        facts.put("messages", ticket.messageCount());
        facts.put("subject", ticket.subject());
        facts.put("assignee", ticket.assignee().map(AgentId::value));
        facts.put("tags", ticket.tags());
        facts.put("cc", ticket.cc());
        facts.put("links", ticket.links().stream().map(Link::ref).toList());
        facts.put("priority", ticket.priority());
        facts.put("category", ticket.category());
        facts.put("department", ticket.department().slug());
        facts.put("resolution", ticket.resolution());
        facts.put("reopened", ticket.reopenedCount());
        facts.put("created", ticket.createdAt());
        facts.put("updated", ticket.updatedAt());
        facts.put("lastMessage", ticket.lastMessageAt());
        facts.put("resolvedAt", ticket.resolvedAt());
        facts.put("closedAt", ticket.closedAt());
    }

    /** Reads off the model's ticket. */
    static Map<String, Object> of(Case ticket, boolean desk) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("status", ticket.status);
        facts.put("version", ticket.portalVersion);
        facts.put("seq", ticket.portalSeq);
        facts.put("messages", ticket.portalSeq);
        facts.put("subject", ticket.subject);
        facts.put("assignee", ticket.assignee);
        facts.put("tags", ticket.tags);
        facts.put("cc", ticket.cc);
        facts.put("links", ticket.links);
        facts.put("priority", ticket.priority);
        facts.put("category", ticket.category);
        facts.put("department", ticket.department);
        facts.put("resolution", ticket.resolution);
        facts.put("reopened", ticket.reopened);
        facts.put("created", ticket.created);
        facts.put("updated", ticket.portalUpdated);
        facts.put("lastMessage", ticket.lastMessage);
        facts.put("resolvedAt", ticket.resolvedAt);
        facts.put("closedAt", ticket.closedAt);
        if (!desk) return facts;
        facts.put("deskVersion", ticket.version);
        facts.put("deskSeq", (long) ticket.entries.size());
        facts.put("deskUpdated", ticket.updated);
        facts.put("internalTags", ticket.internalTags);
        facts.put("notes", ticket.notes());
        facts.put("external", ticket.external);
        facts.put("firstResponded", ticket.firstResponded);
        return facts;
    }

    /** Reads off an entry of the model's. */
    static Map<String, Object> of(Case.Entry entry, boolean desk) {
        Map<String, Object> facts = new HashMap<>();
        entry(desk ? entry.seq() : entry.portalSeq(), entry.text(), facts);
        return facts;
    }
}
