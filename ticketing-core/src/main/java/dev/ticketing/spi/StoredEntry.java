package dev.ticketing.spi;

import dev.ticketing.Author;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import java.time.Instant;
import java.util.List;

/**
 * One entry of a conversation as it is stored.
 *
 * @param id its id
 * @param seq its place in the whole conversation, from 1
 * @param portalSeq its place among the public entries, from 1; 0 if it is not public
 * @param kind what it is
 * @param author who wrote it
 * @param at when
 * @param body what it says now
 * @param encrypted whether surfaces may hide what it says
 * @param attachments its files
 */
public record StoredEntry(
        EntryId id,
        long seq,
        long portalSeq,
        EntryKind kind,
        Author author,
        Instant at,
        Text body,
        boolean encrypted,
        List<StoredAttachment> attachments) {

    /**
     * Gives the entry another body.
     *
     * @param other what it says from now on
     * @return a copy
     */
    public StoredEntry withBody(Text other) {
        return new StoredEntry(id, seq, portalSeq, kind, author, at, other, encrypted, attachments);
    }

    /**
     * Gives the entry its files.
     *
     * @param files the files
     * @return a copy
     */
    public StoredEntry withAttachments(List<StoredAttachment> files) {
        return new StoredEntry(id, seq, portalSeq, kind, author, at, body, encrypted, files);
    }
}
