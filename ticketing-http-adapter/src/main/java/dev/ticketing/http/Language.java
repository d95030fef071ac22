package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The languages that error texts come in. */
enum Language {
    ENGLISH,
    SPANISH;

    /** Gives the first one that the client asks for; English if it asks for none of them. */
    static Language of(HttpServletRequest request) {
        // without the header the container would offer the JVM's own language
        if (request.getHeader("Accept-Language") == null) return ENGLISH;
        for (Locale locale : Collections.list(request.getLocales())) {
            if (locale.getLanguage().equals("es")) return SPANISH;
            if (locale.getLanguage().equals("en")) return ENGLISH;
        }
        return ENGLISH;
    }
}
