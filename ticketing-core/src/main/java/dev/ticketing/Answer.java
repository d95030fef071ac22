package dev.ticketing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a surface wants to send for a command: rendered before the commit, from exactly what is being committed, and kept
 * with the outcome under an {@link IdempotencyKey}, so that a repetition gets the same bytes. Used once; not thread-safe.
 *
 * @param <R> {@link PortalReads} or {@link DeskReads}
 */
public final class Answer<R> {

    private final Rendering<R> rendering;
    private final Function<Upload, byte[]> ofUpload;
    private byte @Nullable [] bytes;
    private boolean replayed;

    /**
     * Prepares an answer.
     *
     * @param rendering makes the bytes
     */
    public Answer(Rendering<R> rendering) {
        this(rendering, upload -> {
            throw new IllegalStateException("this answer is not one to an upload; make it with Answer.ofUpload");
        });
    }

    private Answer(Rendering<R> rendering, Function<Upload, byte[]> ofUpload) {
        this.rendering = rendering;
        this.ofUpload = ofUpload;
    }

    /**
     * Prepares an answer to an upload.
     *
     * @param rendering makes the bytes; runs inside the transaction, so it must be quick
     * @param <R> {@link PortalReads} or {@link DeskReads}
     * @return an answer for {@code upload} only
     */
    public static <R> Answer<R> ofUpload(Function<Upload, byte[]> rendering) {
        return new Answer<>(
                (ticket, entries, reads) -> {
                    throw new IllegalStateException("this answer is one to an upload");
                },
                rendering);
    }

    /**
     * Makes the bytes of an answer; runs inside the transaction, so it must be quick and must not write.
     *
     * @param <R> {@link PortalReads} or {@link DeskReads}
     */
    @FunctionalInterface
    public interface Rendering<R> {

        /**
         * Makes the bytes; again when the command runs again.
         *
         * @param ticket the ticket that the command was about
         * @param entries the entries that it made
         * @param reads reads what is being committed
         * @return the bytes
         */
        byte[] render(TicketId ticket, List<EntryId> entries, R reads);
    }

    /**
     * Renders, for the engine.
     *
     * @param ticket the ticket that the command was about
     * @param entries the entries that it made
     * @param reads reads what is being committed
     * @return the bytes
     */
    public byte[] render(TicketId ticket, List<EntryId> entries, R reads) {
        byte[] rendered = rendering.render(ticket, entries, reads);
        bytes = rendered;
        replayed = false;
        return rendered;
    }

    /**
     * Renders, for the engine.
     *
     * @param upload what came
     * @return the bytes
     */
    public byte[] render(Upload upload) {
        byte[] rendered = ofUpload.apply(upload);
        bytes = rendered;
        replayed = false;
        return rendered;
    }

    /**
     * Takes kept bytes over, for the engine.
     *
     * @param kept what the first run rendered
     */
    public void replay(byte[] kept) {
        bytes = kept;
        replayed = true;
    }

    /**
     * Gives the bytes, after the command.
     *
     * @return what was rendered, now or by the first run under the same key
     */
    public byte[] bytes() {
        if (bytes == null) throw new IllegalStateException("the command has not run");
        return bytes;
    }

    /**
     * Says whether the bytes come from an earlier run.
     *
     * @return true for a repetition under an idempotency key
     */
    public boolean replayed() {
        return replayed;
    }
}
