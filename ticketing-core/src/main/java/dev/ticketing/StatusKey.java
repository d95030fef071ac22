package dev.ticketing;

/**
 * The key of a status in a {@link Lifecycle}, with the keys of the standard lifecycle as constants.
 *
 * @param value the id itself; compared exactly
 */
public record StatusKey(String value) {

    /** Nobody has answered yet. */
    public static final StatusKey OPEN = new StatusKey("open");

    /** The requester wrote last. */
    public static final StatusKey CUSTOMER_REPLY = new StatusKey("customer_reply");

    /** Staff work on it. */
    public static final StatusKey IN_PROGRESS = new StatusKey("in_progress");

    /** Staff wrote last. */
    public static final StatusKey ANSWERED = new StatusKey("answered");

    /** Something is awaited from the requester. */
    public static final StatusKey PENDING = new StatusKey("pending");

    /** Something else is awaited. */
    public static final StatusKey ON_HOLD = new StatusKey("on_hold");

    /** Staff consider it done. */
    public static final StatusKey RESOLVED = new StatusKey("resolved");

    /** It is done; only a reopening leaves it. */
    public static final StatusKey CLOSED = new StatusKey("closed");

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public StatusKey {
        Words.requireId(value, "status");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static StatusKey of(String value) {
        return new StatusKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
