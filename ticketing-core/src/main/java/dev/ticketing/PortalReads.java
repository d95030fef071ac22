package dev.ticketing;

import java.util.List;
import java.util.Optional;

/** What can be read with the eyes of a requester. Thread-safe unless handed to an {@link Answer.Rendering}. */
public interface PortalReads {

    /**
     * Reads a ticket.
     *
     * @param ref which
     * @return the ticket with its opening message
     * @throws dev.ticketing.error.NotFoundException if there is none that the caller may see
     */
    PortalTicket get(TicketRef ref);

    /**
     * Looks a ticket up.
     *
     * @param ref which
     * @return the ticket with its opening message, or empty if there is none that the caller may see
     */
    Optional<PortalTicket> find(TicketRef ref);

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
    PortalThread thread(TicketRef ref, ThreadQuery part);

    /**
     * Lists or searches tickets.
     *
     * @param query which, in what order, how many
     * @return a page, without opening messages unless asked for
     * @throws dev.ticketing.error.InvalidInputException if the text has no word to look for
     */
    Page<PortalTicket> search(TicketQuery query);

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
}
