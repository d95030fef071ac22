package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The {@code Accept} header, as far as one media type is concerned. */
final class Accept {

    /** The ranges that JSON is in, the nearest first. */
    private static final List<String> NEAREST_FIRST = List.of(Json.MEDIA_TYPE, "application/*", "*/*");

    private Accept() {}

    /** Says whether the client takes JSON: the nearest range decides, whatever wider ones say. Without the header it does. */
    static boolean takesJson(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders("Accept"));
        // most clients say one of these as it is, and need no parsing
        if (lines.isEmpty() || (lines.size() == 1 && NEAREST_FIRST.contains(lines.get(0)))) return true;
        String value = String.join(",", lines).toLowerCase(Locale.ROOT);
        if (value.isBlank()) return true;
        String[] ranges = value.split(",", -1);
        for (String wanted : NEAREST_FIRST) {
            List<String[]> given = Arrays.stream(ranges)
                    .map(range -> range.split(";", -1))
                    .filter(parts -> parts[0].strip().equals(wanted))
                    .toList();
            if (!given.isEmpty()) return !given.stream().allMatch(Accept::isRefused);
        }
        return false;
    }

    private static boolean isRefused(String[] parts) {
        for (int i = 1; i < parts.length; i++) if (parts[i].strip().matches("q=0(\\.0{0,3})?")) return true;
        return false;
    }
}
