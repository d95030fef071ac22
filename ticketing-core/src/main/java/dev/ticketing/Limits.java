package dev.ticketing;

import java.time.Duration;

/**
 * How much is too much. Immutable; {@code with…} gives a copy.
 *
 * @param subject the longest headline in code points; default 255
 * @param message the longest message in code points; default 65,535
 * @param tags the most tags of a ticket, public and internal each; default 20
 * @param cc the most copy addresses of a ticket; default 20
 * @param links the most links of a ticket; default 20
 * @param attachments the most files of a message; default 20
 * @param messages the most public messages of a ticket, and the most notes; default 2,000
 * @param textBytes the most bytes of public text of a ticket in UTF-8, and of notes; default 8 MiB
 * @param fileBytes the largest file in bytes; default 10 MiB
 * @param uploadLifetime how long an upload waits for a message; default 24 hours
 * @param criticalEvery how long an account waits between two critical tickets; zero lifts the rule; default one hour
 * @param outcomesKept how long idempotency keys are kept at least; default 24 hours
 */
public record Limits(
        int subject,
        int message,
        int tags,
        int cc,
        int links,
        int attachments,
        int messages,
        long textBytes,
        long fileBytes,
        Duration uploadLifetime,
        Duration criticalEvery,
        Duration outcomesKept) {

    private static final long MIB = 1024 * 1024;

    /**
     * Gives the limits that hosts have unless they say otherwise.
     *
     * @return the defaults above
     */
    public static Limits defaults() {
        return new Limits(
                255,
                65_535,
                20,
                20,
                20,
                20,
                2_000,
                8 * MIB,
                10 * MIB,
                Duration.ofHours(24),
                Duration.ofHours(1),
                Duration.ofHours(24));
    }

    /**
     * Changes the texts' limits.
     *
     * @param newSubject code points
     * @param newMessage code points
     * @return a copy
     */
    public Limits withTexts(int newSubject, int newMessage) {
        return new Limits(
                newSubject,
                newMessage,
                tags,
                cc,
                links,
                attachments,
                messages,
                textBytes,
                fileBytes,
                uploadLifetime,
                criticalEvery,
                outcomesKept);
    }

    /**
     * Changes the lists' limits.
     *
     * @param most how many tags, addresses, links and files each
     * @return a copy
     */
    public Limits withLists(int most) {
        return new Limits(
                subject,
                message,
                most,
                most,
                most,
                most,
                messages,
                textBytes,
                fileBytes,
                uploadLifetime,
                criticalEvery,
                outcomesKept);
    }

    /**
     * Changes a conversation's limits.
     *
     * @param most messages, and notes
     * @param bytes of text
     * @return a copy
     */
    public Limits withConversation(int most, long bytes) {
        return new Limits(
                subject,
                message,
                tags,
                cc,
                links,
                attachments,
                most,
                bytes,
                fileBytes,
                uploadLifetime,
                criticalEvery,
                outcomesKept);
    }

    /**
     * Changes the files' limits.
     *
     * @param bytes the largest
     * @param lifetime how long an upload waits
     * @return a copy
     */
    public Limits withFiles(long bytes, Duration lifetime) {
        return new Limits(
                subject,
                message,
                tags,
                cc,
                links,
                attachments,
                messages,
                textBytes,
                bytes,
                lifetime,
                criticalEvery,
                outcomesKept);
    }

    /**
     * Changes the critical rule.
     *
     * @param span between two critical tickets of an account; zero lifts it
     * @return a copy
     */
    public Limits withCriticalEvery(Duration span) {
        return new Limits(
                subject,
                message,
                tags,
                cc,
                links,
                attachments,
                messages,
                textBytes,
                fileBytes,
                uploadLifetime,
                span,
                outcomesKept);
    }

    /**
     * Changes how long idempotency keys are kept.
     *
     * @param span at least so long; the sweep after that forgets them
     * @return a copy
     */
    public Limits withOutcomesKept(Duration span) {
        return new Limits(
                subject,
                message,
                tags,
                cc,
                links,
                attachments,
                messages,
                textBytes,
                fileBytes,
                uploadLifetime,
                criticalEvery,
                span);
    }
}
