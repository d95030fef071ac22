package dev.ticketing;

import dev.ticketing.PortalThread.PortalMessage;

/**
 * What a requester may do: open tickets, reply to, close and reopen the own ones. Hold one per requester and use; making one
 * costs nothing. Thread-safe.
 *
 * <p>Every verb is one commit. A ticket that is not the caller's is answered like one that does not exist.
 *
 * <p>All verbs throw {@link dev.ticketing.error.InvalidInputException} with every broken rule at once,
 * {@link dev.ticketing.error.NotFoundException}, {@link dev.ticketing.error.ContentionException} and
 * {@link dev.ticketing.error.StorageException}; conditions add {@link dev.ticketing.error.ConflictException}.
 */
public interface Portal extends PortalReads {

    /**
     * Opens a ticket.
     *
     * @param draft what the requester says
     * @return the ticket
     * @throws dev.ticketing.error.LimitedException if it is critical and the account opened a critical one a short while ago
     */
    PortalTicket open(TicketDraft draft);

    /**
     * Replies with files, or with other options of a draft.
     *
     * @param ticket which
     * @param draft what the requester says
     * @return the message
     * @throws dev.ticketing.error.TransitionRefusedException if the ticket is closed
     */
    PortalMessage reply(TicketRef ticket, MessageDraft draft);

    /**
     * Replies.
     *
     * @param ticket which
     * @param text what the requester says
     * @return the message
     * @throws dev.ticketing.error.TransitionRefusedException if the ticket is closed
     */
    default PortalMessage reply(TicketRef ticket, String text) {
        return reply(ticket, MessageDraft.of(text));
    }

    /**
     * Does several things as one: one commit, all or none.
     *
     * @param ticket which
     * @param commands what to do, in this order
     * @return the ticket after it
     */
    PortalTicket apply(TicketRef ticket, Command.ByRequester... commands);

    /**
     * Closes a ticket; a closed one stays as it is.
     *
     * @param ticket which
     * @return the ticket after it
     */
    default PortalTicket close(TicketRef ticket) {
        return apply(ticket, new Command.Close());
    }

    /**
     * Opens a resolved or closed ticket again; another one stays as it is.
     *
     * @param ticket which
     * @return the ticket after it
     */
    default PortalTicket reopen(TicketRef ticket) {
        return apply(ticket, new Command.Reopen());
    }

    /**
     * Uploads a file for a message to come.
     *
     * @param file name and content
     * @return what a draft needs to carry it
     * @throws dev.ticketing.error.LimitedException if it is larger than {@link Limits#fileBytes()}
     */
    Upload upload(FileDraft file);

    /**
     * Sets what must hold for the next commands.
     *
     * @param conditions all of them must hold
     * @return a portal that demands it
     */
    Portal when(Condition... conditions);

    /**
     * Makes the next command happen once.
     *
     * @param key the key to keep it under
     * @return a portal that keeps it
     */
    Portal once(IdempotencyKey key);

    /**
     * Has an answer rendered before the commit.
     *
     * @param answer what to render
     * @return a portal that renders it
     */
    Portal answering(Answer<PortalReads> answer);
}
