package dev.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * What the writer of a message or note supplies. Immutable; copies by the bare nouns.
 *
 * <p>Defaults: no files, not encrypted, no status named. What it holds is checked when the command runs.
 */
public final class MessageDraft {

    private final String text;
    private final List<FileRef> files;
    private final boolean pinnedUploads;
    private final boolean encrypted;
    private final Optional<StatusKey> status;

    private MessageDraft(
            String text, List<FileRef> files, boolean pinnedUploads, boolean encrypted, Optional<StatusKey> status) {
        this.text = text;
        this.files = files;
        this.pinnedUploads = pinnedUploads;
        this.encrypted = encrypted;
        this.status = status;
    }

    /**
     * Starts a message.
     *
     * @param text what it says
     * @return the draft with the defaults above
     */
    public static MessageDraft of(String text) {
        return new MessageDraft(Words.required(text, "text"), List.of(), false, false, Optional.empty());
    }

    /**
     * Names the files that it carries.
     *
     * @param files own uploads or files held elsewhere
     * @return a copy
     */
    public MessageDraft files(List<? extends FileRef> files) {
        return new MessageDraft(text, List.copyOf(files), pinnedUploads, encrypted, status);
    }

    /**
     * Lets it carry all uploads that its writer pinned to the ticket.
     *
     * @return a copy
     */
    public MessageDraft withPinnedUploads() {
        return new MessageDraft(text, files, true, encrypted, status);
    }

    /**
     * Marks the text as one that surfaces may hide.
     *
     * @return a copy
     */
    public MessageDraft markedEncrypted() {
        return new MessageDraft(text, files, pinnedUploads, true, status);
    }

    /**
     * Names the status that the reply leads to; staff only.
     *
     * @param status the key of the status
     * @return a copy
     */
    public MessageDraft thenStatus(StatusKey status) {
        return new MessageDraft(text, files, pinnedUploads, encrypted, Optional.of(status));
    }

    /** {@return what it says: the text as given} */
    public String text() {
        return text;
    }

    /** {@return the files that it carries: perhaps none} */
    public List<FileRef> files() {
        return files;
    }

    /**
     * Says whether it carries the uploads pinned to the ticket.
     *
     * @return false unless asked for
     */
    public boolean takesPinnedUploads() {
        return pinnedUploads;
    }

    /**
     * Says whether surfaces may hide the text.
     *
     * @return false unless marked
     */
    public boolean encrypted() {
        return encrypted;
    }

    /** {@return the status that the reply leads to: empty for the lifecycle's own choice} */
    public Optional<StatusKey> status() {
        return status;
    }
}
