package dev.ticketing.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named variables, for example {@code /api/v2/support/tickets/{id}}; a variable is one non-empty segment. Every request
 * is compared with some, so a path is not taken apart for it.
 */
record PathTemplate(String text, List<Segment> segments) {

    /** What a segment must be or, of a variable, its name. */
    private record Segment(String word, boolean isVariable) {

        static Segment of(String text) {
            return text.startsWith("{")
                    ? new Segment(text.substring(1, text.length() - 1), true)
                    : new Segment(text, false);
        }
    }

    static PathTemplate of(String text) {
        return new PathTemplate(
                text, Arrays.stream(text.split("/", -1)).map(Segment::of).toList());
    }

    /** Counts the segments of a path as those of templates are counted. */
    static int length(String path) {
        int length = 1;
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) length++;
        return length;
    }

    int length() {
        return segments.size();
    }

    /** Gives the variables' values if a path of the same {@link #length} fits. */
    Optional<Map<String, String>> match(String path) {
        Map<String, String> variables = Map.of();
        int from = 0;
        for (Segment segment : segments) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            if (segment.isVariable()) {
                if (end == from) return Optional.empty();
                variables = with(variables, segment.word(), path.substring(from, end));
            } else if (end - from != segment.word().length() || !path.startsWith(segment.word(), from)) {
                return Optional.empty();
            }
            from = end + 1;
        }
        return Optional.of(variables);
    }

    /** Counts the variables; of two templates that fit, the one with fewer is meant. */
    long variables() {
        return segments.stream().filter(Segment::isVariable).count();
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        // nearly all paths have one
        if (variables.isEmpty()) return Map.of(name, value);
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return more;
    }
}
