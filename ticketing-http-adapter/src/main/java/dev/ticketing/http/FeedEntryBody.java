package dev.ticketing.http;

import dev.ticketing.FeedEntry;
import java.util.Map;

/** An entry of the feed, as {@code /api/v2/desk/changes} and webhooks for staff show it: the event, and the words that it names. */
final class FeedEntryBody {

    private FeedEntryBody() {}

    static JsonObject of(FeedEntry entry) {
        return new JsonObject()
                .put("position", entry.position())
                .put("ticketId", entry.event().ticket().value())
                .put("event", DeskEventBody.of(entry.event()))
                .put(
                        "texts",
                        entry.texts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        text -> new JsonObject().put("revision", text.getKey()).put("text", text.getValue()))
                .put("authorName", entry.author());
    }
}
