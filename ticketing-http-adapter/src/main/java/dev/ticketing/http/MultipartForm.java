package dev.ticketing.http;

import dev.ticketing.error.LimitedException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A {@code multipart/form-data} body, parsed by the container under the limits of {@link TicketingServlet#multipart}. */
final class MultipartForm {

    private static final int MAX_PARTS = 8;
    private static final int MAX_TEXT = 1024;

    private final Collection<Part> parts;

    private MultipartForm(Collection<Part> parts) {
        this.parts = parts;
    }

    static MultipartForm of(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        ContentType type = ContentType.of(request)
                .filter(sent -> sent.is("multipart/form-data"))
                .orElseThrow(() -> Refused.because(Refused.Reason.WRONG_TYPE, "The body must be multipart/form-data."));
        if (type.parameter("boundary").orElse("").isEmpty())
            throw Refused.body("must have a boundary that its content type names");
        long maxFile = exchange.settings().limits().fileBytes();
        if (request.getContentLengthLong() > TicketingServlet.maxUploadRequest(exchange.options()))
            throw LimitedException.fileTooLarge(maxFile);
        Collection<Part> parts = parse(request, maxFile);
        if (parts.size() > MAX_PARTS) throw Refused.body("must have at most " + MAX_PARTS + " parts");
        return new MultipartForm(parts);
    }

    /** Gives the one file of that name. */
    Optional<Part> file(String name, Faults faults) {
        List<Part> files = named(name);
        if (files.isEmpty()) faults.missing("/" + name, "must be a part with one file");
        if (files.size() > 1) faults.invalid("/" + name, "must be one file; send each in a request of its own");
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    /** Gives the text of that name; an empty one is none, as browsers send fields that nobody filled in. */
    Optional<String> text(String name, Faults faults) {
        List<Part> texts = named(name);
        if (texts.isEmpty()) return Optional.empty();
        if (texts.size() > 1 || texts.get(0).getSize() > MAX_TEXT) {
            faults.invalid("/" + name, "must be one short text");
            return Optional.empty();
        }
        try (InputStream in = texts.get(0).getInputStream()) {
            String text = new String(in.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException e) {
            throw Refused.body("must arrive whole");
        }
    }

    private List<Part> named(String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).toList();
    }

    /**
     * Has the container parse. By the servlet specification an {@link IllegalStateException}, which some containers wrap, says
     * that the body is too large; it cannot be if the length was told and checked. Containers throw it, too, for bodies with too
     * many parts and long headers, and when nobody configured multipart. Only the last leaves the body alone.
     */
    private static Collection<Part> parse(HttpServletRequest request, long maxFile) {
        try {
            return request.getParts();
        } catch (IOException | ServletException | RuntimeException e) {
            if (isIllegalState(e) && request.getContentLengthLong() < 0) throw LimitedException.fileTooLarge(maxFile);
            if (RequestBody.discardUnread(request) && isIllegalState(e))
                throw new IllegalStateException(
                        "uploads need a multipart configuration: registration.setMultipartConfig(servlet.multipart())",
                        e);
            // containers drop a connection on which parsing failed; clients must know before they use it again
            throw Refused.body("must be well-formed multipart/form-data of few parts with short headers")
                    .header("Connection", "close");
        }
    }

    private static boolean isIllegalState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof IllegalStateException) return true;
        return false;
    }
}
