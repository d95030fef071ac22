package dev.ticketing;

/**
 * What takes the events of a {@link Subscription}. Gets each at least once, those of a ticket in order and one at a time; a
 * ticket's next event waits until this one is delivered or given up. Thread-safe, since several workers may deliver events of
 * different tickets at once.
 *
 * @param <E> {@link FeedEntry} or {@link PortalEvent}
 */
@FunctionalInterface
public interface Subscriber<E> {

    /**
     * Takes an event. Runs outside of every transaction, on the thread that does the work; it should give up before the
     * subscription's lease is over.
     *
     * @param delivery the event, and how often it was tried
     * @throws UndeliveredException if it was not taken, for a reason that this subscriber can name
     * @throws Exception if it was not taken; it is tried again later
     */
    void deliver(Delivery<E> delivery) throws Exception;

    /**
     * Renders an event for sending. The bytes are stored before the first attempt and are the same at each; without bytes
     * nothing is stored.
     *
     * @param event what happened
     * @return the bytes; empty by default
     * @throws Exception if that failed; the event counts as tried
     */
    default byte[] body(E event) throws Exception {
        return new byte[0];
    }
}
