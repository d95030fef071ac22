package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a request's JSON body, never more of it than allowed. */
final class RequestBody {

    static final int MAX_BYTES = 1024 * 1024;

    private static final long MAX_DISCARDED = 16L * MAX_BYTES;

    private RequestBody() {}

    /** Reads a body that must be there. */
    static byte[] required(HttpServletRequest request) {
        if (!isJson(request.getContentType())) throw wrongType();
        return read(request);
    }

    /** Reads a body that may be left out, or be sent without a type. */
    static byte[] optional(HttpServletRequest request) {
        byte[] body = read(request);
        if (new String(body, StandardCharsets.UTF_8).isBlank()) return new byte[0];
        if (request.getContentType() != null && !isJson(request.getContentType())) throw wrongType();
        return body;
    }

    /**
     * Reads what a client still sends, within bounds and into nothing. Many clients read no answer before they have sent all of
     * their body, and would see a broken connection instead of the refusal.
     */
    static void discard(HttpServletRequest request) {
        byte[] buffer = new byte[8 * 1024];
        try {
            InputStream in = request.getInputStream();
            long discarded = 0;
            for (int read = 0; read >= 0 && discarded < MAX_DISCARDED; read = in.read(buffer)) discarded += read;
        } catch (IOException | IllegalStateException e) {
            // the answer is the refusal all the same; whether it arrives is now the client's matter
        }
    }

    private static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) throw tooLarge(request);
        try {
            InputStream in = request.getInputStream();
            byte[] body = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) throw tooLarge(request);
            return body;
        } catch (IOException e) {
            throw Refused.body("must arrive whole");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) return false;
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        if (!parts[0].strip().equals(Json.MEDIA_TYPE)) return false;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) return false;
        }
        return true;
    }

    private static Refused wrongType() {
        return Refused.because(Refused.Reason.WRONG_TYPE, "The body must be application/json in UTF-8.");
    }

    private static Refused tooLarge(HttpServletRequest request) {
        discard(request);
        return Refused.because(Refused.Reason.LARGE_BODY, "The body must have at most " + MAX_BYTES + " bytes.");
    }
}
