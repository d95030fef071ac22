package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a request's JSON body, never more of it than allowed. */
final class RequestBody {

    static final int MAX_BYTES = 1024 * 1024;

    private static final long MAX_DISCARDED = 16L * MAX_BYTES;

    private RequestBody() {}

    /** Reads a body that must be there. */
    static byte[] required(HttpServletRequest request) {
        return required(request, MAX_BYTES);
    }

    /** Reads a body that must be there and may have more bytes than others. */
    static byte[] required(HttpServletRequest request, int most) {
        if (!ContentType.of(request).map(RequestBody::isJson).orElse(false)) throw wrongType();
        return read(request, most);
    }

    /** Reads a body that may be left out, or be sent without a type. */
    static byte[] optional(HttpServletRequest request) {
        byte[] body = read(request, MAX_BYTES);
        if (new String(body, StandardCharsets.UTF_8).isBlank()) return new byte[0];
        if (!ContentType.of(request).map(RequestBody::isJson).orElse(true)) throw wrongType();
        return body;
    }

    /**
     * Reads what a client still sends, within bounds and into nothing, and says whether that was all. Many clients read no answer
     * before they have sent their whole body, or send another request on a connection that they believe to be free: both would see
     * a broken connection instead of an answer.
     */
    static boolean discard(HttpServletRequest request) {
        // who waits to be told to go on has sent nothing yet, and reading would be that word; the container closes by
        // itself
        if (!isSent(request) || request.getHeader("Expect") != null) return true;
        return discard(request, MAX_DISCARDED) < MAX_DISCARDED;
    }

    /** Discards all of a body whose length was told and is allowed, and says whether nobody had read any of it before. */
    static boolean discardUnread(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 && discard(request, length) == length;
    }

    private static boolean isSent(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static long discard(HttpServletRequest request, long most) {
        byte[] buffer = new byte[8 * 1024];
        long discarded = 0;
        try {
            InputStream in = request.getInputStream();
            for (int read = 0; read >= 0 && discarded < most; read = in.read(buffer)) discarded += read;
        } catch (IOException | IllegalStateException e) {
            // the answer stays what it is; whether it arrives is now the client's matter
        }
        return discarded;
    }

    private static byte[] read(HttpServletRequest request, int most) {
        if (request.getContentLengthLong() > most) throw tooLarge(most);
        try {
            InputStream in = request.getInputStream();
            byte[] body = in.readNBytes(most);
            if (in.read() >= 0) throw tooLarge(most);
            return body;
        } catch (IOException e) {
            throw Refused.body("must arrive whole");
        }
    }

    private static boolean isJson(ContentType type) {
        return type.is(Json.MEDIA_TYPE)
                && type.parameter("charset").map("utf-8"::equalsIgnoreCase).orElse(true);
    }

    private static Refused wrongType() {
        return Refused.because(Refused.Reason.WRONG_TYPE, "The body must be application/json in UTF-8.");
    }

    private static Refused tooLarge(int most) {
        return Refused.because(Refused.Reason.LARGE_BODY, "The body must have at most " + most + " bytes.");
    }
}
