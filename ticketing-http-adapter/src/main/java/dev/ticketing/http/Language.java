package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The languages that error texts come in. */
enum Language {
    ENGLISH("en"),
    SPANISH("es");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * Gives the one that the client wants most; English if it asks for none of them. Read here, since container and JDK throw at
     * headers that are merely odd, and an error must never be lost over its language.
     */
    static Language of(HttpServletRequest request) {
        Language wanted = ENGLISH;
        double most = 0;
        String header = String.join(",", Collections.list(request.getHeaders("Accept-Language")));
        for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = range.strip().split("\\s*;\\s*q=", 2);
            double weight = parts.length == 1 ? 1 : weight(parts[1]);
            for (Language language : values()) {
                if (weight <= most || !language.isMeantBy(parts[0])) continue;
                wanted = language;
                most = weight;
            }
        }
        return wanted;
    }

    private boolean isMeantBy(String range) {
        return range.equals(tag) || range.startsWith(tag + "-");
    }

    /** Reads a weight of RFC 9110; what is none weighs nothing. */
    private static double weight(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
    }
}
