package dev.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What can be done in the background: deliveries to subscriptions, telling listeners, freeing space. Nothing of it runs unless a
 * host says so, and nothing else waits for it. Any number of threads and processes may work at once; they share the deliveries.
 *
 * <p>A door for one tenant works for that tenant only; other doors work for all. Thread-safe.
 */
public interface Work {

    /**
     * Does everything that is due now, on this thread, and returns when nothing is due any more.
     *
     * @return what was done
     * @throws dev.ticketing.error.TicketingException if the storage failed; the rest stays due
     */
    Report runDue();

    /**
     * Does what is due, again and again, on one daemon thread of its own. A pass that fails is logged, and the next one comes.
     *
     * @param pause between the end of a pass and the next
     * @return to be closed by the host
     */
    Schedule every(Duration pause);

    /**
     * Looks after one subscription; on a door for no tenant in particular, for the default tenant.
     *
     * @param name the name of a subscription of this door
     * @return its administration
     * @throws IllegalArgumentException if the settings have no such subscription
     */
    Deliveries subscription(String name);

    /**
     * What a run did.
     *
     * @param sequenced how many events got their position
     * @param delivered how many deliveries succeeded
     * @param failed how many failed
     * @param parked how many of these were the last for now
     * @param swept how many contents of files were removed
     */
    record Report(long sequenced, long delivered, long failed, long parked, long swept) {}

    /** A running schedule. Thread-safe. */
    interface Schedule extends AutoCloseable {

        /**
         * Begins no further delivery and waits for the one that runs, at most 30 seconds; then interrupts it. Closing twice is
         * no error.
         */
        @Override
        void close();
    }

    /** The administration of one subscription in one tenant. Thread-safe. */
    interface Deliveries {

        /** How many parked tickets are listed at most. */
        int MAX_PARKED = 100;

        /** {@return tickets whose deliveries stopped, those that stopped first in front; at most {@value #MAX_PARKED}} */
        List<Parked> parked();

        /**
         * Tries a parked ticket again.
         *
         * @param ticket which
         * @return whether it was parked
         */
        boolean resume(TicketId ticket);

        /** {@return how many parked tickets are tried again: all of them} */
        long resumeAll();

        /**
         * Gives up the event that a parked ticket stopped at, and goes on with the next.
         *
         * @param ticket which
         * @return whether it was parked
         */
        boolean skip(TicketId ticket);

        /**
         * Delivers again what comes after a position.
         *
         * @param position as in {@link Feed#after}; 0 for everything
         * @throws IllegalArgumentException if the position is negative, or beyond the end of the feed
         */
        void replayAfter(long position);

        /** {@return how many events are not delivered yet; for a portal subscription, at most so many} */
        long lag();
    }

    /**
     * A ticket whose deliveries stopped.
     *
     * @param ticket which
     * @param event the id of the event that could not be delivered
     * @param attempts how often it was tried
     * @param failure the class of the last failure, or the reason that the subscriber gave; no message
     * @param since when it stopped
     */
    record Parked(TicketId ticket, String event, long attempts, String failure, Instant since) {}
}
