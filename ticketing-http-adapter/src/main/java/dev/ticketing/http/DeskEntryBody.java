package dev.ticketing.http;

import dev.ticketing.Attachment;
import dev.ticketing.Author;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.TicketThread.Note;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a conversation as {@code /api/v2/desk} shows it; messages, notes and system entries have the same fields.
 *
 * @param mount what stands before the servlet's paths, for the addresses of files
 */
record DeskEntryBody(String mount) {

    static DeskEntryBody of(Exchange exchange) {
        return new DeskEntryBody(RequestPath.mount(exchange.request()));
    }

    JsonObject entry(TicketId ticket, Entry entry) {
        // on Java 17 a switch over a sealed family is not exhaustive yet
        if (entry instanceof Message message)
            return facts("message", entry)
                    .put("encrypted", message.encrypted())
                    .put("attachments", message.attachments(), file -> attachment(ticket, file));
        if (entry instanceof Note note)
            return facts("note", entry)
                    .put("encrypted", false)
                    .put("attachments", note.attachments(), file -> attachment(ticket, file));
        return facts("system", entry).put("encrypted", false).put("attachments", List.of());
    }

    /** Gives the opening message, which is the first entry on both sides. */
    JsonObject opening(TicketId ticket, PortalMessage opening) {
        return facts(opening.id().value(), "message", opening.seq(), opening.author(), opening.at(), opening.text())
                .put("encrypted", opening.encrypted())
                .put("attachments", opening.attachments(), file -> attachment(ticket, file));
    }

    JsonObject attachment(TicketId ticket, Attachment file) {
        String path = mount + Surface.DESK.root() + "/attachments/" + file.id() + "?ticketId=" + ticket;
        return new JsonObject()
                .put("id", file.id().value())
                .put("filename", file.filename())
                .put("extension", file.extension())
                .put("mimeType", file.mimeType())
                .put("byteLength", file.size())
                .put("downloadUrl", file.url().orElse(path));
    }

    private static JsonObject facts(String kind, Entry entry) {
        return facts(entry.id().value(), kind, entry.seq(), entry.author(), entry.at(), entry.text());
    }

    private static JsonObject facts(String id, String kind, long seq, Author author, Instant at, String text) {
        return new JsonObject()
                .put("id", id)
                .put("kind", kind)
                .put("seq", seq)
                .put(
                        "author",
                        new JsonObject()
                                .put("id", author.id())
                                .put("name", author.name())
                                .put("kind", DeskTicketBody.word(author.kind())))
                .put("at", Timestamps.millis(at))
                .put("text", text);
    }
}
