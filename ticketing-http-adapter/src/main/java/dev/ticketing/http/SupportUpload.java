package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.FileDraft;
import dev.ticketing.Requester;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code POST /api/v2/support/attachments}. Takes no {@code Idempotency-Key}: an upload that came twice harms nobody, since one
 * that no message takes is swept.
 */
final class SupportUpload {

    private static final String NAMELESS = "file";

    private SupportUpload() {}

    static Reply handle(Exchange exchange) {
        Faults faults = new Faults();
        MultipartForm form = MultipartForm.of(exchange);
        Optional<Part> file = form.file("file", faults);
        Optional<TicketId> ticket = ticket(form, faults);
        faults.refuseIfAny();
        Upload upload = upload(exchange, file.orElseThrow(), ticket);
        return Reply.created(body(exchange, upload));
    }

    private static Optional<TicketId> ticket(MultipartForm form, Faults faults) {
        Optional<String> given = form.text("ticketId", faults);
        Optional<TicketId> ticket = given.flatMap(TicketRefs::id);
        if (given.isPresent() && ticket.isEmpty()) faults.invalid("/ticketId", "must be the public id of a ticket");
        return ticket;
    }

    private static Upload upload(Exchange exchange, Part file, Optional<TicketId> ticket) {
        String name = Objects.requireNonNullElse(file.getSubmittedFileName(), NAMELESS);
        try (InputStream content = file.getInputStream()) {
            FileDraft draft = FileDraft.of(name, content);
            if (ticket.isPresent()) draft = draft.pinnedTo(ticket.get());
            if (exchange.caller() instanceof Requester requester)
                return exchange.ticketing().portal(requester).upload(draft);
            return exchange.ticketing().desk((Agent) exchange.caller()).upload(draft);
        } catch (IOException e) {
            throw Refused.body("must arrive whole");
        }
    }

    private static JsonObject body(Exchange exchange, Upload upload) {
        return new JsonObject()
                .put("attachmentId", upload.id().value())
                .put(
                        "url",
                        RequestPath.mount(exchange.request())
                                + exchange.arrival().path() + "/" + upload.id())
                .put("filename", upload.filename())
                .put("byteLength", upload.size())
                .put("contentType", upload.contentType())
                .put("uploadedAt", Timestamps.millis(upload.uploadedAt()))
                .put("ticketId", upload.ticket().map(TicketId::value));
    }
}
