package dev.ticketing;

/** A way to name one ticket of a tenant: by id, by number or by the host's own id. All are compared exactly. */
public sealed interface TicketRef permits TicketId, TicketNumber, ExternalId {

    /**
     * Names a ticket by its number.
     *
     * @param number the number
     * @return the reference
     */
    static TicketRef number(long number) {
        return new TicketNumber(number);
    }

    /**
     * Names a ticket by the host's own id.
     *
     * @param externalId the id that was given when it was opened
     * @return the reference
     */
    static TicketRef externalId(String externalId) {
        return new ExternalId(externalId);
    }
}
