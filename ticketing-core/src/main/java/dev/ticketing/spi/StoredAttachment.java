package dev.ticketing.spi;

import dev.ticketing.AttachmentId;
import java.util.Optional;

/**
 * A file on a ticket as it is stored.
 *
 * @param id its id
 * @param seq the entry that carries it; 0 for the ticket itself
 * @param filename the name to show
 * @param extension the name's extension in lower case, if it has one
 * @param mimeType the type that we decided on, or that was stated for a file held elsewhere
 * @param size in bytes
 * @param url where it is, if it is held elsewhere
 * @param blob the key of its content, if we hold it
 */
public record StoredAttachment(
        AttachmentId id,
        long seq,
        String filename,
        Optional<String> extension,
        String mimeType,
        long size,
        Optional<String> url,
        Optional<String> blob) {}
