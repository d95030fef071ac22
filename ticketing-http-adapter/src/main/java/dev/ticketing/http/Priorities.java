package dev.ticketing.http;

import dev.ticketing.Priority;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The priorities as clients write them. {@code /v2/support-tickets} has no critical one and shows it as urgent. */
final class Priorities {

    /** All, for surfaces that have all. */
    static final Map<String, Priority> ALL = named(EnumSet.allOf(Priority.class));

    /** Those of {@code /v2/support-tickets}. */
    static final Map<String, Priority> SUPPORT_TICKETS = named(EnumSet.complementOf(EnumSet.of(Priority.CRITICAL)));

    private Priorities() {}

    static String wire(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    /** Says as what a priority is shown on {@code /v2/support-tickets}. */
    static Priority shown(Priority priority) {
        return priority == Priority.CRITICAL ? Priority.URGENT : priority;
    }

    /** Gives the priorities that are shown as this one on {@code /v2/support-tickets}. */
    static Set<Priority> shownBy(Priority shown) {
        Set<Priority> all = EnumSet.allOf(Priority.class);
        all.removeIf(priority -> shown(priority) != shown);
        return all;
    }

    private static Map<String, Priority> named(Set<Priority> priorities) {
        Map<String, Priority> named = new LinkedHashMap<>();
        for (Priority priority : priorities) named.put(wire(priority), priority);
        return Collections.unmodifiableMap(named);
    }
}
