package dev.ticketing.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A ticket as a consumer rebuilds it that knows nothing but the JSON of {@code GET /api/v2/desk/changes}. */
final class RebuiltTicket {

    private final String id;
    private final Map<String, String> fields = new TreeMap<>();
    private final Map<Long, String> texts = new TreeMap<>();
    private final Map<String, Map<String, @Nullable Object>> entries = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<String, String> times = new TreeMap<>();

    RebuiltTicket(String id) {
        this.id = id;
    }

    void take(JsonNode change) {
        JsonNode event = change.get("event");
        for (JsonNode text : change.get("texts"))
            texts.put(text.get("revision").asLong(), text.get("text").asString());
        for (JsonNode field : event.get("changes")) take(field.get("field").asString(), field.get("after"));
        String at = event.get("at").asString();
        if (event.get("kind").asString().equals("opened")) times.put("createdAt", at);
        numbers.put("version", event.get("version").asLong());
        times.put("updatedAt", at);
        if (!event.get("portalVersion").isNull()) {
            numbers.put("portalVersion", event.get("portalVersion").asLong());
            times.put("portalUpdatedAt", at);
        }
        if (!event.get("entry").isNull()) takeEntry(event, at, change.get("authorName"));
    }

    private void take(String field, JsonNode after) {
        if (after.isNull()) fields.remove(field);
        else fields.put(field, after.asString());
    }

    private void takeEntry(JsonNode event, String at, JsonNode authorName) {
        JsonNode entry = event.get("entry");
        String entryId = entry.get("id").asString();
        String text = words(entry.get("revision").asLong());
        if (event.get("kind").asString().equals("edited")) {
            entries.get(entryId).put("text", text);
            return;
        }
        String kind = entry.get("kind").asString();
        Map<String, @Nullable Object> author = new LinkedHashMap<>();
        author.put("id", entry.at("/author/id").asString());
        author.put("name", authorName.isNull() ? null : authorName.asString());
        author.put("kind", entry.at("/author/kind").asString());
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("id", entryId);
        made.put("kind", kind);
        made.put("seq", entry.get("seq").asLong());
        made.put("author", author);
        made.put("at", at);
        made.put("text", text);
        made.put("encrypted", entry.get("encrypted").asBoolean());
        entries.put(entryId, made);
        numbers.put("seq", entry.get("seq").asLong());
        if (!entry.get("portalSeq").isNull())
            numbers.put("portalSeq", entry.get("portalSeq").asLong());
        if (kind.equals("note")) numbers.merge("noteCount", 1L, Long::sum);
        if (!kind.equals("message")) return;
        numbers.merge("messageCount", 1L, Long::sum);
        times.put("lastMessageAt", at);
    }

    /** Gives the ticket's fields as {@code GET /api/v2/desk/tickets/{id}} has them. */
    Map<String, @Nullable Object> ticket() {
        String[] contact = text("requester").orElse("\n").split("\n", -1);
        Map<String, @Nullable Object> requester = new LinkedHashMap<>();
        requester.put("id", fields.get("requester_id"));
        requester.put("account", fields.get("account"));
        requester.put("name", contact[0].isEmpty() ? null : contact[0]);
        requester.put("email", contact[1].isEmpty() ? null : contact[1]);
        Map<String, @Nullable Object> ticket = new TreeMap<>();
        ticket.put("id", id);
        ticket.put("number", fields.get("number"));
        ticket.put("externalId", fields.get("external_id"));
        ticket.put("channel", fields.get("channel"));
        ticket.put("subject", text("subject").orElseThrow());
        ticket.put("status", fields.get("status"));
        ticket.put("priority", fields.get("priority"));
        ticket.put("category", fields.get("category"));
        ticket.put("department", fields.get("department"));
        ticket.put("requester", requester);
        ticket.put("assignee", fields.get("assignee"));
        ticket.put("tags", lines(fields.get("tags")));
        ticket.put("internalTags", lines(fields.get("internal_tags")));
        ticket.put("cc", lines(text("cc").orElse(null)));
        ticket.put("links", lines(text("links").orElse(null)));
        ticket.put("resolution", text("resolution").orElse(null));
        ticket.put("criticalReason", text("critical_reason").orElse(null));
        ticket.put("aiSummary", text("ai_summary").orElse(null));
        ticket.put("aiHelpful", fields.get("ai_helpful"));
        for (String number : List.of("version", "portalVersion", "seq", "portalSeq", "messageCount", "noteCount"))
            ticket.put(number, numbers.getOrDefault(number, 0L));
        for (String time : List.of("createdAt", "updatedAt", "portalUpdatedAt", "lastMessageAt"))
            ticket.put(time, times.get(time));
        ticket.put("firstRespondedAt", moment("first_responded_at"));
        ticket.put("resolvedAt", moment("resolved_at"));
        ticket.put("closedAt", moment("closed_at"));
        ticket.put("reopenedCount", Long.parseLong(fields.getOrDefault("reopened_count", "0")));
        ticket.put("opening", entries.values().iterator().next());
        return ticket;
    }

    /** Gives the conversation as {@code GET /api/v2/desk/tickets/{id}/thread} has it, without files. */
    List<Map<String, @Nullable Object>> thread() {
        return new ArrayList<>(entries.values());
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(named -> words(Long.parseLong(named.substring(1))));
    }

    private String words(long revision) {
        return Optional.ofNullable(texts.get(revision)).orElseThrow(() -> new AssertionError("no text #" + revision));
    }

    private @Nullable String moment(String field) {
        return fields.containsKey(field)
                ? Timestamps.millis(Instant.ofEpochMilli(Long.parseLong(fields.get(field))))
                : null;
    }

    private static List<String> lines(@Nullable String lines) {
        return lines == null ? List.of() : List.of(lines.split("\n"));
    }
}
