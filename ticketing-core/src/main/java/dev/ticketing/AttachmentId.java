package dev.ticketing;

/**
 * The public id of a file on a ticket: {@code tatt_} and 26 lower-case ULID characters.
 *
 * @param value the id itself; compared exactly
 */
public record AttachmentId(String value) {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public AttachmentId {
        Words.requireId(value, "attachmentId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static AttachmentId of(String value) {
        return new AttachmentId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
