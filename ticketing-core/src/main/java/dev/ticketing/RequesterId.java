package dev.ticketing;

/**
 * The host's id of a person who asks for help.
 *
 * @param value the id itself; compared exactly
 */
public record RequesterId(String value) {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public RequesterId {
        Words.requireId(value, "requesterId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static RequesterId of(String value) {
        return new RequesterId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
