package dev.ticketing.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be sent: status, headers, body. Built by one thread, sent once. */
final class Reply {

    private final int status;
    private final String contentType;
    private final long length;
    private final Content content;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, String contentType, long length, Content content) {
        this.status = status;
        this.contentType = contentType;
        this.length = length;
        this.content = content;
    }

    /** A body that is written while it is sent. */
    @FunctionalInterface
    interface Content {

        /** Writes all of it and lets go of what it came from. */
        void writeTo(OutputStream out) throws IOException;
    }

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body.length, out -> out.write(body));
    }

    static Reply ok(JsonObject body) {
        return of(HttpServletResponse.SC_OK, Json.MEDIA_TYPE, Json.bytes(body));
    }

    static Reply streamed(String contentType, long length, Content content) {
        return new Reply(HttpServletResponse.SC_OK, contentType, length, content);
    }

    Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply headers(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    int status() {
        return status;
    }

    void send(HttpServletResponse response, boolean withBody) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentType(contentType);
        response.setContentLengthLong(length);
        // a HEAD request still has to let go of what the body would come from
        try (OutputStream out = withBody ? response.getOutputStream() : OutputStream.nullOutputStream()) {
            content.writeTo(out);
        }
    }
}
