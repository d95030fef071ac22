package dev.ticketing;

import java.util.Optional;

/**
 * A value that a ticket's progress can have. Immutable.
 *
 * @param key the key that commands and storage use
 * @param category what it means; logic binds to this
 * @param label what staff read
 * @param portalLabel what requesters read
 * @param clock what service clocks do meanwhile
 * @param shownAs the key of the standard status as which fixed outside vocabularies show it; empty when they have none
 */
public record Status(
        StatusKey key,
        StatusCategory category,
        String label,
        String portalLabel,
        StatusCategory.Clock clock,
        Optional<StatusKey> shownAs) {

    /**
     * Describes a status of a host's own, with its key as label and the clock of its category.
     *
     * @param key the key that commands and storage use
     * @param category what it means
     * @return the status
     */
    public static Status of(String key, StatusCategory category) {
        return new Status(new StatusKey(key), category, key, key, category.clock(), Optional.empty());
    }

    /**
     * Changes what people read.
     *
     * @param label what staff read
     * @param portalLabel what requesters read
     * @return a copy
     */
    public Status withLabels(String label, String portalLabel) {
        return new Status(key, category, label, portalLabel, clock, shownAs);
    }

    /**
     * Changes what service clocks do meanwhile.
     *
     * @param clock the flag
     * @return a copy
     */
    public Status withClock(StatusCategory.Clock clock) {
        return new Status(key, category, label, portalLabel, clock, shownAs);
    }

    /**
     * Names the standard status as which fixed outside vocabularies show this one.
     *
     * @param shownAs a key of the standard lifecycle
     * @return a copy
     */
    public Status withShownAs(StatusKey shownAs) {
        return new Status(key, category, label, portalLabel, clock, Optional.of(shownAs));
    }
}
