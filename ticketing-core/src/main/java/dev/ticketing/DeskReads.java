package dev.ticketing;

import java.util.List;
import java.util.Optional;

/** What can be read with the eyes of staff. Thread-safe unless handed to an {@link Answer.Rendering}. */
public interface DeskReads {

    /**
     * Reads a ticket.
     *
     * @param ref which
     * @return the ticket with its opening message
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see
     */
    Ticket get(TicketRef ref);

    /**
     * Looks a ticket up.
     *
     * @param ref which
     * @return the ticket with its opening message, or empty if there is none that the caller may see
     */
    Optional<Ticket> find(TicketRef ref);

    /**
     * Reads which state a ticket is in, without reading it: one look at one row.
     *
     * @param ref which
     * @return its stamp
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see
     */
    TicketStamp stamp(TicketRef ref);

    /**
     * Reads a part of a ticket's conversation.
     *
     * @param ref which ticket
     * @param part which part
     * @return the ticket and the part, from one snapshot
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see
     */
    TicketThread thread(TicketRef ref, ThreadQuery part);

    /**
     * Lists or searches tickets.
     *
     * @param query which, in what order, how many
     * @return a page, without opening messages unless asked for
     * @throws dev.ticketing.error.InvalidInputException if the text has no word to look for
     */
    Page<Ticket> search(TicketQuery query);

    /**
     * Reads what happened to a ticket.
     *
     * @param ref which
     * @param afterVersion events after this version; 0 from the start
     * @return at most {@value ThreadQuery#PAGE} events by rising version
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see
     */
    List<TicketEvent> history(TicketRef ref, long afterVersion);

    /**
     * Reads on in what happened to the tickets that the caller may see now, up to {@value Feed#PAGE} events.
     *
     * @param position where the reader stands: {@link FeedPage#next} of the page before, 0 for the beginning
     * @return what comes next, as {@link Feed#after} reads it. A page may have no entries though there is more: it ends when
     *     {@code next} stays the same
     * @throws IllegalArgumentException if the position is negative
     */
    default FeedPage changes(long position) {
        return changes(position, Feed.PAGE);
    }

    /**
     * Reads on in what happened to the tickets that the caller may see now.
     *
     * @param position where the reader stands: {@link FeedPage#next} of the page before, 0 for the beginning
     * @param limit how many events are looked at, from 1 to {@value Feed#MAX_LIMIT}; those of other tickets are left out
     * @return what comes next, as {@link Feed#after} reads it. A page may have no entries though there is more: it ends when
     *     {@code next} stays the same
     * @throws IllegalArgumentException if the position is negative or the limit out of bounds
     * @throws IllegalStateException if it is asked from within a command
     */
    FeedPage changes(long position, int limit);

    /**
     * Counts the tickets that the caller may see.
     *
     * @return by status, priority and category
     */
    Counts counts();

    /**
     * Lists the departments.
     *
     * @return in the host's order
     */
    List<Department> departments();

    /**
     * Reads a file.
     *
     * @param ref the ticket that it is on
     * @param attachment which
     * @return its description and content; to be closed
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see, or it is held elsewhere
     */
    Download download(TicketRef ref, AttachmentId attachment);

    /**
     * Reads the same tickets with the eyes of a requester: without notes, with the portal's versions and times.
     *
     * @return reads for surfaces that show requesters' truth to everybody
     */
    PortalReads asPortal();
}
