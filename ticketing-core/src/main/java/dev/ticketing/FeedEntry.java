package dev.ticketing;

import java.util.Map;
import java.util.Optional;

/**
 * One event with the words that it names, for staff's eyes. Folding the entries of a ticket by
 * {@link dev.ticketing.spi.Fold} gives the ticket. Immutable.
 *
 * @param position its place in the tenant's feed, from 1; 0 before the commit
 * @param event what happened
 * @param texts the words of the revisions that the event names, by number; an erased one is not there
 * @param author the name of who wrote the event's entry, as known then, if there is one and it was not erased
 */
public record FeedEntry(long position, TicketEvent event, Map<Long, String> texts, Optional<String> author) {

    /** Names the event; what people wrote stays out. */
    @Override
    public String toString() {
        return "FeedEntry[" + position + " " + event.id() + "]";
    }
}
