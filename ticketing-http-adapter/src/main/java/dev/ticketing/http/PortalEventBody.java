package dev.ticketing.http;

import static dev.ticketing.http.DeskTicketBody.word;

import dev.ticketing.PortalEvent;

/** What happened to a ticket, as webhooks for requesters' sides show it. */
final class PortalEventBody {

    private PortalEventBody() {}

    static JsonObject of(PortalEvent event) {
        return new JsonObject()
                .put("id", event.id())
                .put("tenant", event.tenant().value())
                .put("ticketId", event.ticket().value())
                .put("version", event.version())
                .put("kind", word(event.kind()))
                .put("by", word(event.by()))
                .put("at", Timestamps.millis(event.at()))
                .put(
                        "changes",
                        event.changes(),
                        change -> new JsonObject()
                                .put("field", change.field())
                                .put("before", change.before())
                                .put("after", change.after()))
                .put("message", event.message().map(PortalEventBody::message))
                .put(
                        "attachmentIds",
                        event.attachments().stream().map(id -> id.value()).toList());
    }

    private static JsonObject message(PortalEvent.Message message) {
        return new JsonObject()
                .put("id", message.id().value())
                .put("seq", message.seq())
                .put(
                        "author",
                        new JsonObject()
                                .put("id", message.author().id())
                                .put("name", message.author().name())
                                .put("kind", word(message.author().kind())))
                .put("text", message.text())
                .put("encrypted", message.encrypted())
                .put("system", message.system());
    }
}
