package dev.ticketing;

/**
 * The host's own id of a ticket, unique in its tenant.
 *
 * @param value the id itself; compared exactly
 */
public record ExternalId(String value) implements TicketRef {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public ExternalId {
        Words.requireId(value, "externalId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static ExternalId of(String value) {
        return new ExternalId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
