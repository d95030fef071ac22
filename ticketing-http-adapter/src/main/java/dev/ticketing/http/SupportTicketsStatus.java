package dev.ticketing.http;

import dev.ticketing.Lifecycle;
import dev.ticketing.Status;
import dev.ticketing.StatusCategory;
import dev.ticketing.StatusKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The five statuses of {@code /v2/support-tickets} and what they stand for; in the order in which counts name them. */
enum SupportTicketsStatus {
    OPEN(StatusKey.OPEN),
    PENDING(StatusKey.PENDING),
    IN_PROGRESS(StatusKey.IN_PROGRESS),
    RESOLVED(StatusKey.RESOLVED),
    CLOSED(StatusKey.CLOSED);

    static final Map<String, SupportTicketsStatus> BY_WIRE = byWire();

    private static final Map<StatusKey, SupportTicketsStatus> SHOWN = Map.of(
            StatusKey.OPEN, OPEN,
            StatusKey.CUSTOMER_REPLY, OPEN,
            StatusKey.IN_PROGRESS, IN_PROGRESS,
            StatusKey.ANSWERED, PENDING,
            StatusKey.PENDING, PENDING,
            StatusKey.ON_HOLD, PENDING,
            StatusKey.RESOLVED, RESOLVED,
            StatusKey.CLOSED, CLOSED);

    private final StatusKey meant;

    SupportTicketsStatus(StatusKey meant) {
        this.meant = meant;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says as what a status is shown; a host's own that names no standard one is shown as its category is. */
    static SupportTicketsStatus of(Status status) {
        SupportTicketsStatus shown = status.shownAs().map(SHOWN::get).orElse(null);
        return shown != null ? shown : of(status.category());
    }

    /** Gives the statuses that are shown as this one. */
    Set<StatusKey> shownBy(Lifecycle lifecycle) {
        Set<StatusKey> keys = new LinkedHashSet<>();
        for (Status status : lifecycle.statuses()) if (of(status) == this) keys.add(status.key());
        return keys;
    }

    /** Gives the status that a client means by writing this one. */
    StatusKey meant(Lifecycle lifecycle) {
        if (lifecycle.find(meant).isPresent()) return meant;
        // a lifecycle without any has core refuse the standard one
        return shownBy(lifecycle).stream().findFirst().orElse(meant);
    }

    boolean isDone() {
        return this == RESOLVED || this == CLOSED;
    }

    private static SupportTicketsStatus of(StatusCategory category) {
        return switch (category) {
            case NEW, WAITING_ON_DESK -> OPEN;
            case WAITING_ON_REQUESTER, ON_HOLD -> PENDING;
            case RESOLVED -> RESOLVED;
            case CLOSED -> CLOSED;
        };
    }

    private static Map<String, SupportTicketsStatus> byWire() {
        Map<String, SupportTicketsStatus> byWire = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(status -> byWire.put(status.wire(), status));
        return byWire;
    }
}
