package dev.ticketing.internal;

import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.UploadId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * An upload as it is kept under an idempotency key: a repetition gets it again, even when a message took it in the meantime and
 * the row is gone. The frame is one line for each fact, then the bytes of the surface; stored rows hold it, so it may only grow.
 *
 * @param upload what came
 * @param rendered what a surface made of it; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
record KeptUpload(Upload upload, byte[] rendered) {

    private static final int FACTS = 5;

    byte[] frame() {
        String ticket = upload.ticket().map(TicketId::value).orElse("");
        String facts = upload.filename() + "\n" + upload.contentType() + "\n" + upload.size() + "\n"
                + upload.uploadedAt().toEpochMilli() + "\n" + ticket + "\n";
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(facts.getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(rendered);
        return frame.toByteArray();
    }

    static KeptUpload parse(UploadId id, byte[] frame) {
        int end = 0;
        for (int lines = 0; lines < FACTS; end++) if (frame[end] == '\n') lines++;
        String[] facts = new String(frame, 0, end, StandardCharsets.UTF_8).split("\n", -1);
        Upload upload = new Upload(
                id,
                facts[0],
                facts[1],
                Long.parseLong(facts[2]),
                Instant.ofEpochMilli(Long.parseLong(facts[3])),
                Optional.of(facts[4]).filter(ticket -> !ticket.isEmpty()).map(TicketId::of));
        return new KeptUpload(upload, Arrays.copyOfRange(frame, end, frame.length));
    }
}
