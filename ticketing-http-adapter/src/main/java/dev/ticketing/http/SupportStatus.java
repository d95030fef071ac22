package dev.ticketing.http;

import dev.ticketing.Lifecycle;
import dev.ticketing.Status;
import dev.ticketing.StatusKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The statuses of {@code /api/v2/support} and what they stand for. */
enum SupportStatus {
    OPEN,
    ANSWERED,
    CUSTOMER_REPLY,
    IN_PROGRESS,
    ON_HOLD,
    CLOSED,
    /** A host's own status that names no standard one; shown, never asked for. */
    UNKNOWN;

    /** What clients may filter by. */
    static final Map<String, SupportStatus> FILTERS = filters();

    private static final Map<StatusKey, SupportStatus> SHOWN = Map.of(
            StatusKey.OPEN, OPEN,
            StatusKey.CUSTOMER_REPLY, CUSTOMER_REPLY,
            StatusKey.IN_PROGRESS, IN_PROGRESS,
            StatusKey.ANSWERED, ANSWERED,
            StatusKey.PENDING, ON_HOLD,
            StatusKey.ON_HOLD, ON_HOLD,
            StatusKey.RESOLVED, ANSWERED,
            StatusKey.CLOSED, CLOSED);

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says as what a status is shown. */
    static SupportStatus of(Status status) {
        return status.shownAs().map(key -> SHOWN.getOrDefault(key, UNKNOWN)).orElse(UNKNOWN);
    }

    /** Gives the statuses that are shown as this one. */
    Set<StatusKey> shownBy(Lifecycle lifecycle) {
        Set<StatusKey> keys = new LinkedHashSet<>();
        for (Status status : lifecycle.statuses()) if (of(status) == this) keys.add(status.key());
        return keys;
    }

    private static Map<String, SupportStatus> filters() {
        Map<String, SupportStatus> filters = new LinkedHashMap<>();
        Arrays.stream(values())
                .filter(status -> status != UNKNOWN)
                .forEach(status -> filters.put(status.wire(), status));
        return filters;
    }
}
