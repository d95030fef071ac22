package dev.ticketing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path with named variables, for example {@code /api/v2/support/tickets/{id}}; a variable is one non-empty segment. */
record PathTemplate(String text, List<String> segments) {

    static PathTemplate of(String text) {
        return new PathTemplate(text, List.of(split(text)));
    }

    /** Splits a path as templates are split. */
    static String[] split(String path) {
        return path.split("/", -1);
    }

    /** Gives the variables' values if a path of as many segments fits. */
    Optional<Map<String, String>> match(String[] given) {
        Map<String, String> variables = Map.of();
        for (int i = 0; i < given.length; i++) {
            String segment = segments.get(i);
            if (isVariable(segment)) {
                if (given[i].isEmpty()) return Optional.empty();
                if (variables.isEmpty()) variables = new LinkedHashMap<>();
                variables.put(segment.substring(1, segment.length() - 1), given[i]);
            } else if (!segment.equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** Counts the variables; of two templates that fit, the one with fewer is meant. */
    long variables() {
        return segments.stream().filter(PathTemplate::isVariable).count();
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
