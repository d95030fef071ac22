package dev.ticketing;

/** What a status means; all logic binds to it, never to a status's key. */
public enum StatusCategory {
    /** Opened, not yet looked at. */
    NEW(Clock.RUNS),
    /** The next step is the desk's. */
    WAITING_ON_DESK(Clock.RUNS),
    /** The next step is the requester's. */
    WAITING_ON_REQUESTER(Clock.PAUSES),
    /** The next step is somebody else's. */
    ON_HOLD(Clock.PAUSES),
    /** Done, as staff see it. */
    RESOLVED(Clock.STOPS),
    /** Done; only a reopening leaves it. */
    CLOSED(Clock.STOPS);

    private final Clock clock;

    StatusCategory(Clock clock) {
        this.clock = clock;
    }

    /**
     * Says what service clocks do while a ticket is here, unless its status says otherwise.
     *
     * @return the default clock flag
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Says whether a ticket is done here.
     *
     * @return true for {@link #RESOLVED} and {@link #CLOSED}
     */
    public boolean isDone() {
        return this == RESOLVED || this == CLOSED;
    }

    /** What service clocks do in a status. */
    public enum Clock {
        /** Time counts. */
        RUNS,
        /** Time does not count. */
        PAUSES,
        /** The cycle is over. */
        STOPS
    }
}
