package dev.ticketing.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A success as core keeps it under an idempotency key: status, entity tag and body in one frame, so that a repetition gets all
 * three again. The frame is {@code <status> <etag>\n<body>}; rows of older releases hold it, so it may only grow.
 *
 * @param status the HTTP status
 * @param etag the entity tag; empty for none
 * @param body the JSON
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
record StoredAnswer(int status, String etag, byte[] body) {

    static StoredAnswer ok(String etag, JsonObject body) {
        return new StoredAnswer(HttpServletResponse.SC_OK, etag, Json.bytes(body));
    }

    static StoredAnswer created(String etag, JsonObject body) {
        return new StoredAnswer(HttpServletResponse.SC_CREATED, etag, Json.bytes(body));
    }

    static StoredAnswer parse(byte[] frame) {
        int end = 0;
        while (frame[end] != '\n') end++;
        String[] line = new String(frame, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        return new StoredAnswer(Integer.parseInt(line[0]), line[1], Arrays.copyOfRange(frame, end + 1, frame.length));
    }

    byte[] frame() {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes((status + " " + etag + "\n").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(body);
        return frame.toByteArray();
    }

    Reply reply() {
        Reply reply = Reply.of(status, Json.MEDIA_TYPE, body);
        return etag.isEmpty() ? reply : reply.headers(Map.of(EntityTag.HEADER, etag));
    }
}
