package dev.ticketing.http;

import dev.ticketing.error.Violation.Rule;
import java.util.Locale;

/**
 * One broken rule of one input, in the client's words.
 *
 * @param pointer where: a JSON Pointer into the body, or a slash and the name of a parameter or header
 * @param rule the kind of rule
 * @param detail what would work, as the rest of a sentence
 */
record Fault(String pointer, Rule rule, String detail) {

    /** Gives the field at the root; empty for the body as a whole. */
    String field() {
        if (pointer.isEmpty()) return "";
        int end = pointer.indexOf('/', 1);
        return end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    }

    boolean isMissing() {
        return rule == Rule.REQUIRED;
    }

    /** Says whether the field itself is missing, and not something in it. */
    boolean isMissingField() {
        return isMissing() && pointer.lastIndexOf('/') == 0;
    }

    /** Says whether something in the field is wrong, and not the field itself. */
    boolean isInside() {
        return pointer.indexOf('/', 1) > 0;
    }

    /** Gives the field as constants are spelt: {@code assignedTo} is {@code ASSIGNED_TO}. */
    String constant() {
        return field().replaceAll("([a-z])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
