package dev.ticketing.http;

import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.Violation;
import java.util.Map;

/**
 * Says core's violations in a client's words: {@code tags[3]} is {@code /tags/3}.
 *
 * @param names the client's names of core's fields; a field that is not here has the same name on both sides, and a name that
 *     ends in {@code !} stands for the field and everything in it
 */
record WirePaths(Map<String, String> names) {

    /** The paths of a body whose names are core's. */
    static final WirePaths SAME = new WirePaths(Map.of());

    void addTo(Faults faults, InvalidInputException refusal) {
        for (Violation violation : refusal.violations())
            faults.add(new Fault(pointer(violation), violation.rule(), violation.message()));
    }

    private String pointer(Violation violation) {
        String field = violation.field();
        String name = names.getOrDefault(field, field);
        if (name.endsWith("!")) return "/" + name.substring(0, name.length() - 1);
        String rest = violation.path().substring(field.length());
        return "/" + name + rest.replace('[', '/').replace("]", "").replace('.', '/');
    }
}
