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

    private static byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) throw tooLarge();
        try {
            InputStream in = request.getInputStream();
            byte[] body = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) throw tooLarge();
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

    private static Refused tooLarge() {
        return Refused.because(Refused.Reason.LARGE_BODY, "The body must have at most " + MAX_BYTES + " bytes.");
    }
}
