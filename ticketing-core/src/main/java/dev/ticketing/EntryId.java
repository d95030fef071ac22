package dev.ticketing;

/**
 * The public id of one entry of a conversation: {@code tmsg_} and 26 lower-case ULID characters.
 *
 * @param value the id itself; compared exactly
 */
public record EntryId(String value) {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public EntryId {
        Words.requireId(value, "entryId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static EntryId of(String value) {
        return new EntryId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
