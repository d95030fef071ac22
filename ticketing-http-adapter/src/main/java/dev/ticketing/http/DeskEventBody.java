package dev.ticketing.http;

import static dev.ticketing.http.DeskTicketBody.word;

import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.Actor;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.Optional;

/** An event as {@code /api/v2/desk} shows it. Texts are not in it, as they are not in the event. */
final class DeskEventBody {

    private DeskEventBody() {}

    static JsonObject of(TicketEvent event) {
        return new JsonObject()
                .put("id", event.id())
                .put("version", event.version())
                .put("portalVersion", shown(event.portalVersion()))
                .put("kind", word(event.kind()))
                .put("audience", word(event.audience()))
                .put("actor", actor(event.actor()))
                .put("origin", event.origin())
                .put("correlationId", event.correlationId())
                .put("onBehalfOf", event.onBehalfOf())
                .put("at", Timestamps.millis(event.at()))
                .put("changes", event.changes(), DeskEventBody::change)
                .put("entry", event.entry().map(DeskEventBody::entry))
                .put(
                        "attachmentIds",
                        event.attachments().stream().map(id -> id.value()).toList());
    }

    private static JsonObject change(FieldChange change) {
        return new JsonObject()
                .put("field", change.field())
                .put("before", change.before())
                .put("after", change.after());
    }

    private static JsonObject entry(EntryFact entry) {
        return new JsonObject()
                .put("id", entry.id().value())
                .put("seq", entry.seq())
                .put("portalSeq", shown(entry.portalSeq()))
                .put("kind", word(entry.kind()))
                .put("author", actor(entry.author()))
                .put("revision", entry.revision())
                .put("byteLength", entry.bytes())
                .put("encrypted", entry.encrypted());
    }

    private static JsonObject actor(Actor actor) {
        return new JsonObject().put("id", actor.id()).put("kind", word(actor.kind()));
    }

    /** What requesters may not learn of has 0 for their numbers, which start at 1. */
    private static Optional<Long> shown(long portalNumber) {
        return Optional.of(portalNumber).filter(number -> number > 0);
    }
}
