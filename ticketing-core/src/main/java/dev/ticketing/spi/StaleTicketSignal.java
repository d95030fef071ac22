package dev.ticketing.spi;

/**
 * An adapter's word to the engine that the ticket moved between reading and writing, or that a unique row was taken by a
 * parallel twin; the engine rolls back, decides again or gives up. Hosts never see it.
 */
public final class StaleTicketSignal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the signal, without the cost of a stack trace. */
    public StaleTicketSignal() {
        super("the ticket moved", null, false, false);
    }
}
