package dev.ticketing.contract.driver;

import dev.ticketing.Command;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.LinkRef;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One step of a program, as data. Tickets and uploads have the names that their steps gave them, so that a program from which
 * steps were dropped still means the same; what a dropped step would have made is unknown then, and that is tried, too.
 */
sealed interface Step {

    /** Opens a ticket and names it. */
    record Open(int ticket, Who by, Who customer, Filing filing, Under under) implements Step {}

    /** Does something to a ticket. */
    record Act(Who by, Name ticket, List<Deed> deeds, Under under) implements Step {}

    /** Uploads a file and names it. */
    record Upload(int upload, Who by, String filename, int bytes, Optional<Name> pinned, Under under) implements Step {}

    /** Reads something. */
    record Read(Who by, boolean asPortal, Question question) implements Step {}

    /** Lets time pass, or moves the clock back. */
    record Pass(Duration by) implements Step {}

    /** Removes what nobody needs. */
    record Sweep() implements Step {}

    /** A ticket and how a caller names it. */
    record Name(int ticket, By by) {}

    /** How a caller names a ticket. */
    enum By {
        ID,
        NUMBER,
        EXTERNAL,
        UPPER_CASE_ID,
        PADDED_ID,
        UPPER_CASE_EXTERNAL
    }

    /** Conditions, as how far the caller is behind, and a key. */
    record Under(
            Optional<Integer> version,
            Optional<Integer> portalVersion,
            Optional<Integer> seen,
            Optional<IdempotencyKey> key) {

        static final Under NOTHING = new Under(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Under key(IdempotencyKey with) {
            return new Under(version, portalVersion, seen, Optional.of(with));
        }
    }

    /** What a ticket is opened with. */
    record Filing(
            String subject,
            Say say,
            Priority priority,
            Optional<String> category,
            Optional<String> department,
            String channel,
            Optional<String> externalId,
            List<String> tags,
            List<String> cc,
            List<LinkRef> links,
            Optional<String> criticalReason,
            Optional<String> aiSummary,
            Optional<Boolean> aiHelpful) {}

    /** What a message says and carries. */
    record Say(
            String text,
            List<Integer> uploads,
            List<OutsideFile> outside,
            boolean pinned,
            boolean encrypted,
            Optional<StatusKey> status) {

        static Say of(String text) {
            return new Say(text, List.of(), List.of(), false, false, Optional.empty());
        }
    }

    /** One thing to do. */
    sealed interface Deed {}

    /** A public message. */
    record Reply(Say say) implements Deed {}

    /** A note. */
    record Note(Say say) implements Deed {}

    /** Another text for the entry at a place of the conversation. */
    record Edit(long seq, String text) implements Deed {}

    /** Files for the ticket itself. */
    record Attach(List<Integer> uploads, List<OutsideFile> outside) implements Deed {}

    /** Any other command, as it is. */
    record Plain(Command command) implements Deed {}

    /** One thing to read. */
    sealed interface Question {}

    /** A ticket. */
    record Get(Name ticket) implements Question {}

    /** A part of a conversation. */
    record Conversation(Name ticket, long afterSeq, int limit) implements Question {}

    /** What happened to a ticket. */
    record History(Name ticket, long afterVersion) implements Question {}

    /** The contents of all its files. */
    record Files(Name ticket) implements Question {}

    /** A list or search, page by page. */
    record Listing(TicketQuery query) implements Question {}

    /** What happened to all of them. */
    record Changes(long after, int limit) implements Question {}

    /** How many tickets there are. */
    record Counting() implements Question {}
}
