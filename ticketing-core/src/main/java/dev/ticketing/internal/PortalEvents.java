package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Author;
import dev.ticketing.EntryKind;
import dev.ticketing.FeedEntry;
import dev.ticketing.PortalEvent;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import dev.ticketing.spi.NamedTexts;
import dev.ticketing.spi.TicketField;
import java.util.Map;
import java.util.Optional;

/** The one place where an event becomes what requesters may learn of it. */
final class PortalEvents {

    private PortalEvents() {}

    /** Gives nothing for an event that requesters may not learn of. */
    static Optional<PortalEvent> of(FeedEntry entry) {
        TicketEvent event = entry.event();
        if (event.audience() != Audience.PORTAL) return Optional.empty();
        return Optional.of(new PortalEvent(
                event.id(),
                event.tenant(),
                event.ticket(),
                event.portalVersion(),
                event.kind(),
                event.actor().kind(),
                event.at(),
                event.changes().stream()
                        .filter(PortalEvents::isPublic)
                        .map(change -> change(change, entry.texts()))
                        .toList(),
                event.entry()
                        .filter(fact -> fact.portalSeq() > 0)
                        .map(fact -> message(fact, entry.texts(), entry.author())),
                event.attachments()));
    }

    /** A field that nobody knows any more is not known to be public. */
    private static boolean isPublic(FieldChange change) {
        return TicketField.named(change.field())
                .filter(field -> field.audience() == Audience.PORTAL)
                .isPresent();
    }

    private static PortalEvent.Change change(FieldChange change, Map<Long, String> texts) {
        return new PortalEvent.Change(
                change.field(),
                words(change.field(), change.before(), texts),
                words(change.field(), change.after(), texts));
    }

    /** The number of a revision counts notes too, so it must not be shown; its words may. */
    private static Optional<String> words(String field, Optional<String> encoded, Map<Long, String> texts) {
        Optional<TicketField<?>> known = TicketField.named(field);
        if (known.isPresent() && known.get().form() != TicketField.Form.TEXT) return encoded;
        return NamedTexts.of(field, encoded).flatMap(revision -> Optional.ofNullable(texts.get(revision)));
    }

    private static PortalEvent.Message message(EntryFact fact, Map<Long, String> texts, Optional<String> name) {
        return new PortalEvent.Message(
                fact.id(),
                fact.portalSeq(),
                new Author(fact.author().id(), name, fact.author().kind()),
                Optional.ofNullable(texts.get(fact.revision())),
                fact.encrypted(),
                fact.kind() == EntryKind.SYSTEM);
    }
}
