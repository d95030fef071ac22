package dev.ticketing;

import dev.ticketing.TicketThread.Message;
import dev.ticketing.TicketThread.Note;
import java.util.List;
import java.util.Optional;

/**
 * What staff and automation may do. Every verb is {@link #apply} of one {@link Command}: one commit, all or none. Hold one per
 * agent and use; making one costs nothing. Thread-safe.
 *
 * <p>The first parameter of a verb names the ticket; a result that is a ticket is that ticket after the verb.
 *
 * <p>A verb that finds everything as it wants it changes nothing and succeeds. All verbs throw
 * {@link dev.ticketing.error.InvalidInputException} with every broken rule at once,
 * {@link dev.ticketing.error.NotFoundException}, {@link dev.ticketing.error.ContentionException} and
 * {@link dev.ticketing.error.StorageException}; those that move a ticket add
 * {@link dev.ticketing.error.TransitionRefusedException}, conditions {@link dev.ticketing.error.ConflictException}.
 */
public interface Desk extends DeskReads {

    /**
     * Opens a ticket for a requester, who becomes its owner.
     *
     * @param customer who asks
     * @param draft the case
     */
    Ticket open(Requester customer, TicketDraft draft);

    /**
     * Does several things as one.
     *
     * @param commands in this order
     */
    Ticket apply(TicketRef ticket, Command... commands);

    /**
     * Writes a public message.
     *
     * @param draft text, files, next status
     * @return the message
     */
    Message reply(TicketRef ticket, MessageDraft draft);

    /**
     * Writes a public message.
     *
     * @param text what it says
     * @return the message
     */
    default Message reply(TicketRef ticket, String text) {
        return reply(ticket, MessageDraft.of(text));
    }

    /**
     * Writes a note that only staff see.
     *
     * @param draft text and files
     * @return the note
     */
    Note note(TicketRef ticket, MessageDraft draft);

    /**
     * Writes a note that only staff see.
     *
     * @param text what it says
     * @return the note
     */
    default Note note(TicketRef ticket, String text) {
        return note(ticket, MessageDraft.of(text));
    }

    /**
     * Gives an entry another text; earlier ones are kept.
     *
     * @param entry its entry
     * @param text the text
     */
    default Ticket edit(TicketRef ticket, EntryId entry, String text) {
        return apply(ticket, new Command.Edit(entry, text));
    }

    /**
     * Gives the ticket to somebody.
     *
     * @param agent to whom
     */
    default Ticket assign(TicketRef ticket, AgentId agent) {
        return apply(ticket, new Command.Assign(agent));
    }

    /** Takes a ticket that nobody else has. */
    default Ticket take(TicketRef ticket) {
        return apply(ticket, new Command.Take());
    }

    /** Takes the ticket from whoever has it. */
    default Ticket release(TicketRef ticket) {
        return apply(ticket, new Command.Release());
    }

    /**
     * Moves the ticket to a status.
     *
     * @param status which status
     */
    default Ticket move(TicketRef ticket, StatusKey status) {
        return apply(ticket, new Command.Move(status));
    }

    /**
     * Marks the ticket as done.
     *
     * @param resolution what came of it
     */
    default Ticket resolve(TicketRef ticket, String resolution) {
        return apply(ticket, new Command.Resolve(Optional.of(resolution)));
    }

    /** Closes the ticket. */
    default Ticket close(TicketRef ticket) {
        return apply(ticket, new Command.Close());
    }

    /** Opens a resolved or closed ticket again. */
    default Ticket reopen(TicketRef ticket) {
        return apply(ticket, new Command.Reopen());
    }

    /**
     * Gives the ticket to another team.
     *
     * @param department its slug
     */
    default Ticket transfer(TicketRef ticket, String department) {
        return apply(ticket, new Command.Transfer(department));
    }

    /**
     * Changes how urgent it is.
     *
     * @param priority how urgent
     */
    default Ticket prioritise(TicketRef ticket, Priority priority) {
        return apply(ticket, new Command.Prioritise(priority));
    }

    /**
     * Changes what it is about.
     *
     * @param category one of the desk's categories
     */
    default Ticket categorise(TicketRef ticket, String category) {
        return apply(ticket, new Command.Categorise(category));
    }

    /**
     * Changes the headline.
     *
     * @param subject the new one
     */
    default Ticket retitle(TicketRef ticket, String subject) {
        return apply(ticket, new Command.Retitle(subject));
    }

    /**
     * Adds public tags.
     *
     * @param tags which tags
     */
    default Ticket tag(TicketRef ticket, String... tags) {
        return apply(ticket, new Command.Tag(Audience.PORTAL, List.of(tags)));
    }

    /**
     * Removes public tags.
     *
     * @param tags which tags
     */
    default Ticket untag(TicketRef ticket, String... tags) {
        return apply(ticket, new Command.Untag(Audience.PORTAL, List.of(tags)));
    }

    /**
     * Adds a link to an object that the requester owns.
     *
     * @param ref to what
     */
    default Ticket link(TicketRef ticket, LinkRef ref) {
        return apply(ticket, new Command.AddLink(ref));
    }

    /**
     * Removes a link.
     *
     * @param ref to what
     */
    default Ticket unlink(TicketRef ticket, LinkRef ref) {
        return apply(ticket, new Command.Unlink(ref));
    }

    /**
     * Adds addresses that get copies.
     *
     * @param emails which addresses
     */
    default Ticket cc(TicketRef ticket, String... emails) {
        return apply(ticket, new Command.Cc(List.of(emails)));
    }

    /**
     * Removes addresses that get copies.
     *
     * @param emails which addresses
     */
    default Ticket uncc(TicketRef ticket, String... emails) {
        return apply(ticket, new Command.Uncc(List.of(emails)));
    }

    /**
     * Adds files to the ticket itself.
     *
     * @param files which files
     */
    default Ticket attach(TicketRef ticket, FileRef... files) {
        return apply(ticket, new Command.Attach(List.of(files)));
    }

    /**
     * Uploads a file for a message to come.
     *
     * @param file name and content
     * @return what a draft needs to carry it
     */
    Upload upload(FileDraft file);

    /**
     * Sets what must hold for the next commands.
     *
     * @param conditions all must hold
     * @return a desk that demands it
     */
    Desk when(Condition... conditions);

    /**
     * Makes the next command happen once.
     *
     * @param key the key to keep it under
     * @return a desk that keeps it
     */
    Desk once(IdempotencyKey key);

    /**
     * Has an answer rendered before the commit.
     *
     * @param answer what to render
     * @return a desk that renders it
     */
    Desk answering(Answer<DeskReads> answer);
}
