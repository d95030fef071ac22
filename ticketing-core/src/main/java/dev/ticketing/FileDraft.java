package dev.ticketing;

import java.io.InputStream;
import java.util.Optional;

/**
 * What the uploader of a file supplies. Used once.
 *
 * @param filename the name as given; made safe before it is kept
 * @param content the bytes; read once, not closed
 * @param ticket the ticket to pin it to, so that the next reply there carries it
 */
public record FileDraft(String filename, InputStream content, Optional<TicketRef> ticket) {

    /** Checks that everything is there. */
    public FileDraft {
        Words.required(filename, "filename");
        Words.required(content, "content");
        Words.required(ticket, "ticket");
    }

    /**
     * Describes a file.
     *
     * @param filename the name
     * @param content the bytes
     * @return the draft, pinned to no ticket
     */
    public static FileDraft of(String filename, InputStream content) {
        return new FileDraft(filename, content, Optional.empty());
    }

    /**
     * Pins the file to a ticket.
     *
     * @param ref the ticket
     * @return a copy
     */
    public FileDraft pinnedTo(TicketRef ref) {
        return new FileDraft(filename, content, Optional.of(ref));
    }
}
