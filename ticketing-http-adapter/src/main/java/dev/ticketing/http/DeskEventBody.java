package dev.ticketing.http;

import static dev.ticketing.http.DeskTicketBody.word;

import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.Optional;

/** An event as {@code /api/v2/desk} shows it. Texts are not in it, as they are not in the event. */
final class DeskEventBody {

    private DeskEventBody() {}

    static JsonObject of(TicketEvent event) {
        // requesters' versions start at 1, so that 0 stands for an event that they may not learn of
        Optional<Long> portalVersion = Optional.of(event.portalVersion()).filter(version -> version > 0);
        return new JsonObject()
                .put("id", event.id())
                .put("version", event.version())
                .put("portalVersion", portalVersion)
                .put("kind", word(event.kind()))
                .put("audience", word(event.audience()))
                .put(
                        "actor",
                        new JsonObject()
                                .put("id", event.actor().id())
                                .put("kind", word(event.actor().kind())))
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
                .put("kind", word(entry.kind()));
    }
}
