package dev.ticketing.internal;

import dev.ticketing.AllowedAction;
import dev.ticketing.Attachment;
import dev.ticketing.Contact;
import dev.ticketing.Department;
import dev.ticketing.EntryKind;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Settings;
import dev.ticketing.Status;
import dev.ticketing.Ticket;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The one place where stored tickets become what the two audiences read. */
final class Projection {

    private final Settings settings;
    private final String reader;

    /** What could be done next depends on little, and a page of tickets asks for it again and again. */
    private final Map<List<Object>, List<AllowedAction>> actions = new ConcurrentHashMap<>();

    Projection(Settings settings, String reader) {
        this.settings = settings;
        this.reader = reader;
    }

    LinkDetails links(Collection<TicketState> tickets) {
        return new LinkDetails(settings.links(), tickets);
    }

    PortalThread portalThread(StoredTicket stored) {
        List<PortalMessage> messages = stored.entries().stream()
                .filter(entry -> entry.portalSeq() > 0)
                .map(Projection::portalMessage)
                .toList();
        return new PortalThread(portal(stored), messages, stored.more(), attachments(stored.attachments()));
    }

    TicketThread deskThread(StoredTicket stored) {
        List<Entry> entries = stored.entries().stream().map(Projection::entry).toList();
        return new TicketThread(desk(stored), entries, stored.more(), attachments(stored.attachments()));
    }

    PortalTicket portal(StoredTicket stored) {
        return portal(stored.state(), Optional.of(stored.opening()), links(List.of(stored.state())));
    }

    Ticket desk(StoredTicket stored) {
        return desk(stored.state(), Optional.of(stored.opening()), links(List.of(stored.state())));
    }

    PortalTicket portal(TicketState state, Optional<StoredEntry> opening, LinkDetails links) {
        Status status = settings.lifecycle().get(state.get(TicketField.STATUS));
        String slug = state.get(TicketField.DEPARTMENT);
        return new PortalTicket(
                state.id(),
                state.get(TicketField.NUMBER),
                state.get(TicketField.SUBJECT).value(),
                status,
                state.get(TicketField.PRIORITY),
                state.get(TicketField.CATEGORY),
                settings.department(slug).orElseGet(() -> Department.of(slug, slug)),
                contact(state),
                state.find(TicketField.ASSIGNEE),
                state.find(TicketField.TAGS).orElse(List.of()),
                Lists.lines(state.find(TicketField.CC)),
                links.of(state),
                opening.map(Projection::portalMessage),
                state.find(TicketField.RESOLUTION).map(Text::value),
                state.find(TicketField.CRITICAL_REASON).map(Text::value),
                state.get(TicketField.PORTAL_VERSION),
                state.get(TicketField.PORTAL_SEQ),
                state.get(TicketField.MESSAGE_COUNT),
                state.get(TicketField.CREATED_AT),
                state.get(TicketField.PORTAL_UPDATED_AT),
                state.get(TicketField.LAST_MESSAGE_AT),
                state.find(TicketField.RESOLVED_AT),
                state.find(TicketField.CLOSED_AT),
                state.number(TicketField.REOPENED_COUNT),
                Actions.portal(status));
    }

    Ticket desk(TicketState state, Optional<StoredEntry> opening, LinkDetails links) {
        PortalTicket shared = portal(state, opening, links);
        return new Ticket(
                shared,
                state.get(TicketField.VERSION),
                state.get(TicketField.SEQ),
                state.get(TicketField.UPDATED_AT),
                state.find(TicketField.INTERNAL_TAGS).orElse(List.of()),
                state.number(TicketField.NOTE_COUNT),
                state.find(TicketField.EXTERNAL_ID),
                state.get(TicketField.CHANNEL),
                state.find(TicketField.AI_SUMMARY).map(Text::value),
                state.find(TicketField.AI_HELPFUL).map(value -> value == 1),
                state.find(TicketField.FIRST_RESPONDED_AT),
                actions(shared));
    }

    private List<AllowedAction> actions(PortalTicket ticket) {
        Actions.Holder holder = Actions.Holder.of(ticket.assignee(), reader);
        return actions.computeIfAbsent(
                List.of(ticket.status().key(), holder),
                key -> Actions.desk(settings.lifecycle(), ticket.status(), holder));
    }

    static PortalMessage portalMessage(StoredEntry entry) {
        return new PortalMessage(
                entry.id(),
                entry.portalSeq(),
                entry.author(),
                entry.at(),
                entry.body().value(),
                entry.encrypted(),
                entry.kind() == EntryKind.SYSTEM,
                attachments(entry.attachments()));
    }

    static Entry entry(StoredEntry entry) {
        String text = entry.body().value();
        return switch (entry.kind()) {
            case MESSAGE ->
                new TicketThread.Message(
                        entry.id(),
                        entry.seq(),
                        entry.author(),
                        entry.at(),
                        text,
                        entry.encrypted(),
                        attachments(entry.attachments()));
            case NOTE ->
                new TicketThread.Note(
                        entry.id(), entry.seq(), entry.author(), entry.at(), text, attachments(entry.attachments()));
            case SYSTEM -> new TicketThread.SystemEntry(entry.id(), entry.seq(), entry.author(), entry.at(), text);
        };
    }

    static Attachment attachment(StoredAttachment stored) {
        return new Attachment(
                stored.id(), stored.filename(), stored.extension(), stored.mimeType(), stored.size(), stored.url());
    }

    private static List<Attachment> attachments(List<StoredAttachment> stored) {
        if (stored.isEmpty()) return List.of();
        return stored.stream().map(Projection::attachment).toList();
    }

    private static Contact contact(TicketState state) {
        String[] lines =
                state.find(TicketField.REQUESTER).map(Text::value).orElse("\n").split("\n", -1);
        return new Contact(
                state.get(TicketField.REQUESTER_ID),
                state.get(TicketField.ACCOUNT),
                present(lines[0]),
                present(lines[1]));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
