package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The {@code Accept} header, as far as one media type is concerned. */
final class Accept {

    private static final Set<String> ROOM_FOR_JSON = Set.of("*/*", "application/*", Json.MEDIA_TYPE);

    private Accept() {}

    /** Says whether the client takes JSON. Without the header it takes anything. */
    static boolean takesJson(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Accept"));
        String value = String.join(",", lines).toLowerCase(Locale.ROOT);
        if (value.isBlank()) return true;
        for (String range : value.split(",")) {
            String[] parts = range.split(";");
            if (ROOM_FOR_JSON.contains(parts[0].strip()) && !isRefused(parts)) return true;
        }
        return false;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) if (parts[i].strip().matches("q=0(\\.0{0,3})?")) return true;
        return false;
    }
}
