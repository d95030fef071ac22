package dev.ticketing.http;

import dev.ticketing.FeedEntry;
import dev.ticketing.PortalEvent;
import dev.ticketing.TicketEvent;
import java.time.Instant;

/** The bodies of webhooks: a type, a time and the event. A portal's body has nothing to be made of but {@link PortalEvent}. */
final class WebhookBodies {

    private WebhookBodies() {}

    static JsonObject portal(PortalEvent event) {
        return body(event.kind(), event.at(), PortalEventBody.of(event));
    }

    static JsonObject desk(FeedEntry entry) {
        return body(
                entry.event().kind(),
                entry.event().at(),
                FeedEntryBody.of(entry).put("tenant", entry.event().tenant().value()));
    }

    private static JsonObject body(TicketEvent.Kind kind, Instant at, JsonObject data) {
        return new JsonObject()
                .put("type", "ticket." + DeskTicketBody.word(kind))
                .put("timestamp", Timestamps.millis(at))
                .put("data", data);
    }
}
