package dev.ticketing;

import java.time.Instant;
import java.util.List;

/**
 * A part of a ticket's conversation as requesters read it, with the ticket, from one snapshot. Immutable.
 *
 * @param ticket the ticket
 * @param messages the public entries by rising {@code seq}
 * @param more whether there are further entries; read on with {@link ThreadQuery#after}
 * @param attachments the files of the ticket itself
 */
public record PortalThread(
        PortalTicket ticket, List<PortalMessage> messages, boolean more, List<Attachment> attachments) {

    /**
     * A public entry. Has no place for anything that only staff may see.
     *
     * @param id its id
     * @param seq its place among the public entries, from 1, without a gap
     * @param author who wrote it
     * @param at when
     * @param text what it says now
     * @param encrypted whether surfaces may hide the text
     * @param system whether the engine wrote it
     * @param attachments its files
     */
    public record PortalMessage(
            EntryId id,
            long seq,
            Author author,
            Instant at,
            String text,
            boolean encrypted,
            boolean system,
            List<Attachment> attachments) {}
}
