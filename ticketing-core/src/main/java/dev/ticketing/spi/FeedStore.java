package dev.ticketing.spi;

import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import java.util.Map;

/**
 * The order of events. {@link Storage.Transaction#apply} leaves each event waiting for a position; positions are given to what
 * is committed and waits, never to what is merely newer than something. Every method is one transaction of its own, even beside
 * a host's. Thread-safe.
 */
public interface FeedStore {

    /**
     * Lists the tenants that have events.
     *
     * @return the last position that was given out for each; 0 if all its events still wait
     */
    Map<TenantId, Long> ends();

    /**
     * Gives the next positions to committed events that wait, in the order of their writing.
     *
     * @param tenant whose
     * @param most how many at most
     * @return how many got one; fewer than {@code most} if none waits any more
     * @throws dev.ticketing.error.ContentionException if others were in the way for too long
     */
    int sequence(TenantId tenant, int most);

    /**
     * Reads events that have a position.
     *
     * @param access whose tickets; events of others are left out, but count for the limit
     * @param position positions after this one
     * @param limit how many are looked at, at most
     * @return those that may be seen, with the words that they name, and the last position that was looked at
     */
    FeedPage after(Access access, long position, int limit);
}
