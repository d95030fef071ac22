package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /api/v2/support/attachments}; a repetition under one key gives the first upload again. */
final class SupportUpload {

    private static final String NAMELESS = "file";

    private SupportUpload() {}

    static Reply handle(Exchange exchange) {
        Faults faults = new Faults();
        MultipartForm form = MultipartForm.of(exchange);
        Optional<Part> file = form.file("file", faults);
        Optional<TicketId> ticket = ticket(form, faults);
        Optional<IdempotencyKey> key = IdempotencyHeader.of(exchange, faults);
        faults.refuseIfAny();
        return upload(exchange, file.orElseThrow(), ticket, key);
    }

    private static Optional<TicketId> ticket(MultipartForm form, Faults faults) {
        Optional<String> given = form.text("ticketId", faults);
        Optional<TicketId> ticket = given.flatMap(TicketRefs::id);
        if (given.isPresent() && ticket.isEmpty()) faults.invalid("/ticketId", "must be the public id of a ticket");
        return ticket;
    }

    private static Reply upload(Exchange exchange, Part file, Optional<TicketId> ticket, Optional<IdempotencyKey> key) {
        String name = Objects.requireNonNullElse(file.getSubmittedFileName(), NAMELESS);
        try (InputStream content = file.getInputStream()) {
            FileDraft draft = FileDraft.of(name, content);
            if (ticket.isPresent()) draft = draft.pinnedTo(ticket.get());
            if (exchange.caller() instanceof Requester requester) {
                Answer<PortalReads> answer = answer(exchange);
                Portal portal = exchange.ticketing().portal(requester).answering(answer);
                key.map(portal::once).orElse(portal).upload(draft);
                return Writing.reply(answer);
            }
            Answer<DeskReads> answer = answer(exchange);
            Desk desk = exchange.ticketing().desk((Agent) exchange.caller()).answering(answer);
            key.map(desk::once).orElse(desk).upload(draft);
            return Writing.reply(answer);
        } catch (IOException e) {
            throw Refused.body("must arrive whole");
        }
    }

    private static <R> Answer<R> answer(Exchange exchange) {
        return Answer.ofUpload(
                upload -> StoredAnswer.created("", body(exchange, upload)).frame());
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
