package dev.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that was uploaded and waits for a message to carry it. Immutable.
 *
 * @param id names it in a draft; single use, good for its uploader only, for a limited time
 * @param filename the name as it is kept: without path, control and bidirectional characters
 * @param contentType the type that we decided on by its content
 * @param size in bytes
 * @param uploadedAt when
 * @param ticket the ticket that it is pinned to
 */
public record Upload(
        UploadId id, String filename, String contentType, long size, Instant uploadedAt, Optional<TicketId> ticket) {}
