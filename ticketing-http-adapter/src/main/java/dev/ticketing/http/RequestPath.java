package dev.ticketing.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the path below the servlet's mount point, decoded once by the container. Spellings that two layers could read
 * differently (dot segments, empty segments, path parameters, encoded separators) are no path at all.
 */
final class RequestPath {

    private RequestPath() {}

    static Optional<String> of(HttpServletRequest request) {
        return of(request.getRequestURI(), asContainerReadsIt(request));
    }

    static Optional<String> of(String rawUri, String path) {
        return isAmbiguous(rawUri) || !path.startsWith("/") ? Optional.empty() : Optional.of(path);
    }

    /** Gives the path even if it is none; good enough to choose the shape of a refusal, never to choose a route. */
    static String asContainerReadsIt(HttpServletRequest request) {
        // mounted at "/" the container gives everything as servlet path
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : below;
    }

    /** Gives what stands before the servlet's own paths, for links. */
    static String mount(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getContextPath()
                : request.getContextPath() + request.getServletPath();
    }

    private static boolean isAmbiguous(String rawUri) {
        if (isPlain(rawUri)) return false;
        String uri = rawUri.toLowerCase(Locale.ROOT);
        if (uri.contains(";") || uri.contains("\\") || uri.contains("//")) return true;
        for (String encoded : new String[] {"%2f", "%5c", "%2e", "%3b", "%00"}) if (uri.contains(encoded)) return true;
        return Arrays.stream(uri.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    /** Says whether there is nothing in a path that could be read in two ways; most are like this. */
    private static boolean isPlain(String rawUri) {
        char before = ' ';
        for (int i = 0; i < rawUri.length(); i++) {
            char c = rawUri.charAt(i);
            boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!word && (c != '/' || before == '/')) return false;
            before = c;
        }
        return true;
    }
}
