package dev.ticketing.spi;

import dev.ticketing.EntryId;
import dev.ticketing.TicketEvent;
import dev.ticketing.UploadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one command decided to write, to be written whole or not at all. Immutable.
 *
 * @param before the ticket as the decision read it; empty when it is opened. A writer that finds another
 *     {@link TicketField#VERSION} signals {@link StaleTicketSignal}
 * @param after the ticket as it is to be: {@code before} folded with {@code events}
 * @param revisions the new texts
 * @param entries the new entries
 * @param edits the entries whose body moved to a new revision
 * @param attachments the new files; each {@code seq} names its entry, 0 the ticket itself
 * @param uploads the uploads that became attachments; each must still be there, unused
 * @param events what happened, by rising version; at least one
 * @param opening the words of the opening message, which searches find together with the subject; given when one of the two is
 *     new
 */
public record Change(
        Optional<TicketState> before,
        TicketState after,
        List<Revision> revisions,
        List<StoredEntry> entries,
        Map<EntryId, StoredEntry> edits,
        List<StoredAttachment> attachments,
        List<UploadId> uploads,
        List<TicketEvent> events,
        Optional<String> opening) {}
