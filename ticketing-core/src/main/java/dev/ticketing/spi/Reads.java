package dev.ticketing.spi;

import dev.ticketing.AttachmentId;
import dev.ticketing.Audience;
import dev.ticketing.EntryId;
import dev.ticketing.Page;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whole answers, each from one snapshot. Every method applies the {@link Access} that it is given; a ticket outside it is
 * answered like one that does not exist, with the same work.
 */
public interface Reads {

    /**
     * Does several reads on one snapshot.
     *
     * @param work the reads; must not write and must not keep what it is given
     * @param <R> the type of its result
     * @return what the work returned
     */
    <R> R together(Function<Reads, R> work);

    /**
     * Reads a ticket, its opening message and a part of its conversation.
     *
     * @param access what the caller may see
     * @param ref which ticket
     * @param part which part of the conversation; sequence numbers are those of the access's audience
     * @return the ticket, or empty if there is none for this access
     */
    Optional<StoredTicket> ticket(Access access, TicketRef ref, ThreadQuery part);

    /**
     * Reads which state a ticket is in: one look at one row, and no work in proportion to the ticket.
     *
     * @param access what the caller may see
     * @param ref which ticket
     * @return the stamp, or empty if there is none for this access
     */
    Optional<Stamp> stamp(Access access, TicketRef ref);

    /**
     * Which state a ticket is in.
     *
     * @param id its id
     * @param version its version; for {@link Audience#PORTAL} the portal's
     * @param updatedAt when it last changed; for {@link Audience#PORTAL} as requesters see it
     */
    record Stamp(TicketId id, long version, Instant updatedAt) {

        /**
         * Makes the stamp of a state.
         *
         * @param ticket the state
         * @param audience whose
         * @return the stamp
         */
        public static Stamp of(TicketState ticket, Audience audience) {
            boolean desk = audience == Audience.DESK;
            return new Stamp(
                    ticket.id(),
                    ticket.get(desk ? TicketField.VERSION : TicketField.PORTAL_VERSION),
                    ticket.get(desk ? TicketField.UPDATED_AT : TicketField.PORTAL_UPDATED_AT));
        }
    }

    /**
     * Reads one entry.
     *
     * @param access what the caller may see
     * @param ref the ticket's id
     * @param entry which entry
     * @return the entry, or empty if there is none for this access
     */
    Optional<StoredEntry> entry(Access access, TicketId ref, EntryId entry);

    /**
     * Reads a page of tickets, without a count. Without text it is in the query's order; with text it has the tickets of which
     * one public message or the subject (for staff: or one note) matches all terms, newest opened first.
     *
     * @param access what the caller may see
     * @param query filters, order, text, limit and place
     * @return the tickets, and where the next page starts
     */
    Page<TicketState> page(Access access, TicketQuery query);

    /**
     * Reads the opening messages of some tickets, without their files.
     *
     * @param access what the caller may see
     * @param tickets the tickets' ids; at most {@value dev.ticketing.TicketQuery#MAX_LIMIT}
     * @return the opening messages of those that there are for this access
     */
    Map<TicketId, StoredEntry> openings(Access access, Collection<TicketId> tickets);

    /**
     * Counts the tickets that a caller may see, from kept counters.
     *
     * @param access what the caller may see
     * @return one row for each combination that has tickets
     */
    List<CountRow> counts(Access access);

    /**
     * Reads what happened to a ticket.
     *
     * @param access what the caller may see; {@link Audience#PORTAL} reads public events only
     * @param ref which ticket
     * @param afterVersion events after this version, as the access's audience counts; 0 for all
     * @param limit how many at most
     * @return the events by rising version, or empty if there is no such ticket for this access
     */
    Optional<List<TicketEvent>> history(Access access, TicketRef ref, long afterVersion, int limit);

    /**
     * Reads one file's row.
     *
     * @param access what the caller may see
     * @param ref the ticket's id
     * @param attachment which file
     * @return the row, or empty if there is none for this access
     */
    Optional<StoredAttachment> attachment(Access access, TicketRef ref, AttachmentId attachment);
}
