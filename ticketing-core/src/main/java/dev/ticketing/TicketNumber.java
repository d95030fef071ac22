package dev.ticketing;

/**
 * The number that people say on the phone: unique in its tenant, rising, with gaps.
 *
 * @param value the number; above zero for every ticket that exists
 */
public record TicketNumber(long value) implements TicketRef {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
