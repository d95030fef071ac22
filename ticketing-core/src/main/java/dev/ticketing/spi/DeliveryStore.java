package dev.ticketing.spi;

import dev.ticketing.Audience;
import dev.ticketing.FeedEntry;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is left to deliver: a place in the feed for each subscription, and a lane for each of its tickets that has something to
 * deliver. Every method is one transaction of its own, even beside a host's. Thread-safe.
 */
public interface DeliveryStore {

    /**
     * A subscription in a tenant.
     *
     * @param tenant the tenant
     * @param name the subscription's name
     */
    record Key(TenantId tenant, String name) {}

    /**
     * A ticket's part of a subscription.
     *
     * @param key the storage's own name for it
     * @param subscription whose
     * @param ticket which ticket
     * @param next the version of the event that is to be delivered next
     * @param last the version of the last event to deliver
     * @param attempts how often a worker took it for its next event; the present claim counts
     * @param at when it is due; of a claimed lane, when the lease ends; of a parked lane, since when
     * @param body what was rendered for the next event; empty if nothing was
     * @param failure the class of the last failure, if there was one
     */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
    record Lane(
            long key,
            Key subscription,
            TicketId ticket,
            long next,
            long last,
            long attempts,
            Instant at,
            byte[] body,
            Optional<String> failure) {}

    /**
     * Makes a subscription known, unless it is.
     *
     * @param key the subscription
     * @param position where it begins
     */
    void subscribe(Key key, long position);

    /**
     * Lists the subscriptions that are known.
     *
     * @return the position up to which the feed was looked through for each
     */
    Map<Key, Long> positions();

    /**
     * Looks the feed through for a subscription, and extends or makes the lanes of the tickets that it finds.
     *
     * @param key the subscription; nothing happens if it is not known
     * @param audience events of this audience only; {@link Audience#DESK} for all
     * @param now when new lanes are due
     * @param most how many events are looked at, at most
     * @return how many were looked at; fewer than {@code most} at the end of the feed
     */
    int fanOut(Key key, Audience audience, Instant now, int most);

    /**
     * Puts a subscription back, so that it looks the feed through again. Lanes that {@link #fanOut} then finds further on go
     * back too: to no attempts and no body, and out of the parking place; a worker that has one loses it at its next step.
     *
     * @param key the subscription
     * @param position where it looks on; a position further on than the present one changes nothing
     */
    void rewind(Key key, long position);

    /**
     * Finds out where there is something to deliver.
     *
     * @param now the time
     * @return the subscriptions with a lane that is due and not parked
     */
    Set<Key> due(Instant now);

    /**
     * Takes the lane that is due longest, for one worker only, and counts that as an attempt.
     *
     * @param key the subscription
     * @param lease what the worker calls itself; never used twice
     * @param now the time
     * @param until when the lease ends and the lane is due again
     * @return the lane, or empty if none is due
     */
    Optional<Lane> claim(Key key, String lease, Instant now, Instant until);

    /**
     * Reads the first event that a lane has left.
     *
     * @param lane the lane
     * @param audience events of this audience only; {@link Audience#DESK} for all
     * @return the first one from {@link Lane#next} to {@link Lane#last}, or empty if there is none
     */
    Optional<FeedEntry> next(Lane lane, Audience audience);

    /**
     * Keeps what was rendered for a lane's next event.
     *
     * @param lane the lane
     * @param lease the worker's lease
     * @param body the bytes
     * @return false if the lease is over or the lane was put back; then nothing changed
     */
    boolean keepBody(Lane lane, String lease, byte[] body);

    /**
     * Moves on after an event. A lane that has nothing left is removed.
     *
     * @param lane the lane
     * @param lease the worker's lease
     * @param next the version of the event that is to be delivered next; tried for the first time now
     * @param now when the lane is due if it was put back meanwhile
     * @param until when the lease ends from now on
     * @return the lane as it is now; empty if nothing is left, the lease is over or the lane was put back
     */
    Optional<Lane> advance(Lane lane, String lease, long next, Instant now, Instant until);

    /**
     * Gives a lane back before its next event was tried, for others to take; changes nothing if the lease is over.
     *
     * @param lane the lane
     * @param lease the worker's lease
     * @param due when it is due again
     */
    void release(Lane lane, String lease, Instant due);

    /**
     * Gives a lane back after a failure; changes nothing if the lease is over.
     *
     * @param lane the lane
     * @param lease the worker's lease
     * @param failure the class of the failure
     * @param at when it is due again; for a parked lane, now
     * @param parked whether it is due no more until it is resumed
     */
    void fail(Lane lane, String lease, String failure, Instant at, boolean parked);

    /**
     * Lists parked lanes.
     *
     * @param key the subscription
     * @param ticket which; empty for all
     * @param most how many at most
     * @return those that were parked first in front
     */
    List<Lane> parked(Key key, Optional<TicketId> ticket, int most);

    /**
     * Makes parked lanes due, with no attempts behind them.
     *
     * @param key the subscription
     * @param ticket which; empty for all
     * @param now from when on
     * @return how many there were
     */
    int resume(Key key, Optional<TicketId> ticket, Instant now);

    /**
     * Passes over the event that a parked lane stopped at, and makes the rest due.
     *
     * @param lane the lane as it was listed
     * @param next the version that comes after the event
     * @param now from when on
     * @return false if it is not parked there any more
     */
    boolean skip(Lane lane, long next, Instant now);

    /**
     * Counts what lanes have left.
     *
     * @param key the subscription
     * @return the sum of their events
     */
    long left(Key key);
}
