package dev.ticketing.http;

import dev.ticketing.Attachment;
import dev.ticketing.AttachmentId;
import dev.ticketing.Download;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.error.NotFoundException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** {@code GET /api/v2/support/attachments/{id}}: the exact bytes, in a way in which no browser runs them. */
final class SupportDownload {

    private static final Pattern ID = Pattern.compile("tatt_[0-9a-hjkmnp-tv-z]{26}");

    private SupportDownload() {}

    static Reply handle(Exchange exchange) {
        return handle(exchange, exchange.portalReads()::download);
    }

    /** Answers with a file as some reads see it. */
    static Reply handle(Exchange exchange, BiFunction<TicketRef, AttachmentId, Download> reads) {
        Faults faults = new Faults();
        Optional<String> given = exchange.query().value("ticketId", faults);
        Optional<TicketId> ticket = given.flatMap(TicketRefs::id);
        if (given.isEmpty()) faults.missing("/ticketId", "must be given");
        else if (ticket.isEmpty()) faults.invalid("/ticketId", "must be the public id of a ticket");
        if (!faults.isEmpty()) throw Refused.query(faults.list());
        return reply(read(exchange.variable("id"), ticket.orElseThrow(), reads));
    }

    private static Download read(String id, TicketId ticket, BiFunction<TicketRef, AttachmentId, Download> reads) {
        try {
            if (ID.matcher(id).matches()) return reads.apply(ticket, AttachmentId.of(id));
        } catch (NotFoundException e) {
            // of a ticket or of a file, a client must not learn which
        }
        throw Refused.because(
                Refused.Reason.NO_SUCH_FILE,
                "The attachment does not exist on that ticket or is not visible to this caller.");
    }

    private static Reply reply(Download download) {
        Attachment attachment = download.attachment();
        return Reply.streamed(attachment.mimeType(), attachment.size(), out -> {
                    try (download) {
                        download.content().transferTo(out);
                    }
                })
                .header("Content-Disposition", ContentDisposition.attachment(attachment.filename()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
