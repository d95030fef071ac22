package dev.ticketing;

/**
 * One attempt to hand an event to a {@link Subscriber}. Immutable.
 *
 * @param <E> {@link FeedEntry} or {@link PortalEvent}
 * @param id the event's id: the same at every attempt, so that a receiver can tell a repetition
 * @param attempt how often it was tried, this time included; from 1
 * @param event what happened
 * @param body what {@link Subscriber#body} rendered before the first attempt; empty if it renders nothing
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
public record Delivery<E>(String id, long attempt, E event, byte[] body) {

    /** Names the event and the attempt. */
    @Override
    public String toString() {
        return "Delivery[" + id + " attempt " + attempt + "]";
    }
}
