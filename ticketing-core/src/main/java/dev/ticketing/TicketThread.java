package dev.ticketing;

import java.time.Instant;
import java.util.List;

/**
 * A part of a ticket's conversation as staff read it, with the ticket, from one snapshot. Immutable.
 *
 * @param ticket the ticket
 * @param entries messages, notes and system entries by rising {@code seq}
 * @param more whether there are further entries; read on with {@link ThreadQuery#after}
 * @param attachments the files of the ticket itself
 */
public record TicketThread(Ticket ticket, List<Entry> entries, boolean more, List<Attachment> attachments) {

    /** One entry of a conversation. */
    public sealed interface Entry permits Message, Note, SystemEntry {

        /**
         * Gives the entry's id.
         *
         * @return the id
         */
        EntryId id();

        /**
         * Gives the entry's place in the whole conversation.
         *
         * @return from 1, without a gap
         */
        long seq();

        /**
         * Says who wrote it.
         *
         * @return the author as known then
         */
        Author author();

        /**
         * Says when it was written; order is by {@link #seq}, never by time.
         *
         * @return whole milliseconds
         */
        Instant at();

        /**
         * Gives what it says now.
         *
         * @return the words
         */
        String text();
    }

    /**
     * A public message.
     *
     * @param id its id
     * @param seq its place in the whole conversation
     * @param author who wrote it
     * @param at when
     * @param text what it says now
     * @param encrypted whether surfaces may hide the text
     * @param attachments its files
     */
    public record Message(
            EntryId id,
            long seq,
            Author author,
            Instant at,
            String text,
            boolean encrypted,
            List<Attachment> attachments)
            implements Entry {}

    /**
     * A note that only staff see.
     *
     * @param id its id
     * @param seq its place in the whole conversation
     * @param author who wrote it
     * @param at when
     * @param text what it says now
     * @param attachments its files
     */
    public record Note(EntryId id, long seq, Author author, Instant at, String text, List<Attachment> attachments)
            implements Entry {}

    /**
     * An entry that the engine wrote itself.
     *
     * @param id its id
     * @param seq its place in the whole conversation
     * @param author whose act it tells of
     * @param at when
     * @param text what happened: the field, the value before and the value after
     */
    public record SystemEntry(EntryId id, long seq, Author author, Instant at, String text) implements Entry {}
}
