package dev.ticketing.spi;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.UploadId;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that is uploaded but on no ticket yet.
 *
 * @param id its id
 * @param tenant its tenant
 * @param owner the caller that uploaded it, as {@link Access#callerKey} writes callers
 * @param ticket the ticket that it is pinned to
 * @param filename the name to show
 * @param extension the name's extension in lower case, if it has one
 * @param mimeType the type that we decided on
 * @param size in bytes
 * @param blob the key of its content
 * @param uploadedAt when
 */
public record StoredUpload(
        UploadId id,
        TenantId tenant,
        String owner,
        Optional<TicketId> ticket,
        String filename,
        Optional<String> extension,
        String mimeType,
        long size,
        String blob,
        Instant uploadedAt) {}
