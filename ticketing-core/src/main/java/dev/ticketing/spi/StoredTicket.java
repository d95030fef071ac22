package dev.ticketing.spi;

import java.util.List;

/**
 * A ticket and a part of its conversation, from one snapshot.
 *
 * @param state the ticket row
 * @param opening the opening message
 * @param entries the part of the conversation that was asked for and that the audience may see, by rising {@code seq}
 * @param more whether there are further entries after it
 * @param attachments the files of the ticket itself
 */
public record StoredTicket(
        TicketState state,
        StoredEntry opening,
        List<StoredEntry> entries,
        boolean more,
        List<StoredAttachment> attachments) {}
