package dev.ticketing;

import java.util.Optional;

/**
 * A file on a ticket. Immutable. Its content is read with {@code download}, unless it is held elsewhere.
 *
 * @param id its id
 * @param filename the name to show; data, never a path
 * @param extension the name's extension in lower case, if it has one
 * @param mimeType the type that we decided on, or that was stated for a file held elsewhere
 * @param size in bytes
 * @param url where it is, if it is held elsewhere
 */
public record Attachment(
        AttachmentId id,
        String filename,
        Optional<String> extension,
        String mimeType,
        long size,
        Optional<String> url) {}
