package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Type} header. Read here and not by the container, whose reading may fail at charsets that it does not know.
 * Parameters are split at every semicolon: what quotes one is of no type that is read here.
 */
final class ContentType {

    private static final String HEADER = "Content-Type";

    private final String[] parts;

    private ContentType(String[] parts) {
        this.parts = parts;
    }

    /** Reads the header; empty if it was not sent. */
    static Optional<ContentType> of(HttpServletRequest request) {
        @Nullable String value = request.getHeader(HEADER);
        return Optional.ofNullable(value).map(text -> new ContentType(text.split(";", -1)));
    }

    /** Says whether this is a media type, which is given in lower case. */
    boolean is(String mediaType) {
        return parts[0].strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }

    /** Gives the first parameter of a name, which is given in lower case, without its quotation marks. */
    Optional<String> parameter(String name) {
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length == 2 && pair[0].strip().toLowerCase(Locale.ROOT).equals(name))
                return Optional.of(pair[1].replace("\"", "").strip());
        }
        return Optional.empty();
    }
}
