package dev.ticketing;

/**
 * The public id of a ticket: {@code tkt_} and 26 lower-case Crockford ULID characters. Any other text is an id that no ticket has.
 *
 * @param value the id itself; compared exactly
 */
public record TicketId(String value) implements TicketRef {

    /** Checks that there is a value at all: 1 to 255 characters without control characters. */
    public TicketId {
        Words.requireId(value, "ticketId");
    }

    /**
     * Names the id.
     *
     * @param value the id itself
     * @return the id as a type
     * @throws IllegalArgumentException if it is blank, longer than 255 characters or holds control characters
     */
    public static TicketId of(String value) {
        return new TicketId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
