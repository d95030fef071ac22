package dev.ticketing.error;

import java.util.List;
import java.util.Optional;

/** The ticket is not as the command demands: another version, unseen entries, another holder, or a reused key. */
public final class ConflictException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;
    private final transient List<String> changed;
    private final transient Optional<String> holder;

    private ConflictException(ErrorCode code, String message, long expected, long actual, List<String> changed) {
        this(code, message, expected, actual, changed, Optional.empty());
    }

    private ConflictException(
            ErrorCode code, String message, long expected, long actual, List<String> changed, Optional<String> holder) {
        super(code, message, null);
        this.expected = expected;
        this.actual = actual;
        this.changed = List.copyOf(changed);
        this.holder = holder;
    }

    /**
     * Says that the ticket is at another version.
     *
     * @param ticket the ticket's id
     * @param expected the version that the command demands
     * @param actual the version that the caller would read now
     * @param changed the kinds of changes since, as far as the caller may see them
     * @return the exception, to be thrown
     */
    public static ConflictException stale(String ticket, long expected, long actual, List<String> changed) {
        return new ConflictException(
                ErrorCode.STALE_VERSION,
                "Ticket " + ticket + " is at version " + actual + ", not " + expected
                        + ". Read it again and decide on what it is now.",
                expected,
                actual,
                changed);
    }

    /**
     * Says that the conversation went on.
     *
     * @param ticket the ticket's id
     * @param seen the last sequence number that the caller had seen
     * @param last the last sequence number that the caller would read now
     * @return the exception, to be thrown
     */
    public static ConflictException unseen(String ticket, long seen, long last) {
        return new ConflictException(
                ErrorCode.UNSEEN_ENTRIES,
                "Ticket " + ticket + " has entries up to " + last + ", seen were those up to " + seen
                        + ". Read the new ones first.",
                seen,
                last,
                List.of("entries"));
    }

    /**
     * Says that somebody else was first.
     *
     * @param what what is taken, in core's words: {@code assignee} or {@code externalId}
     * @return the exception, to be thrown
     */
    public static ConflictException taken(String what) {
        return new ConflictException(
                ErrorCode.ALREADY_TAKEN,
                "The " + what + " is taken already. Read the ticket again, or name another one.",
                0,
                0,
                List.of(what));
    }

    /**
     * Says that somebody else has the ticket.
     *
     * @param agent the id of who has it
     * @return the exception, to be thrown
     */
    public static ConflictException heldBy(String agent) {
        return new ConflictException(
                ErrorCode.ALREADY_TAKEN,
                "The ticket is held by agent " + agent + ". Ask them, or assign it to somebody.",
                0,
                0,
                List.of("assignee"),
                Optional.of(agent));
    }

    /**
     * Says that an idempotency key came back with another request.
     *
     * @return the exception, to be thrown
     */
    public static ConflictException keyReused() {
        return new ConflictException(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                "The idempotency key was used with another request. Use a new key for a new request.",
                0,
                0,
                List.of());
    }

    /**
     * Gives the version or sequence number that the command demanded.
     *
     * @return 0 where the conflict is not about numbers
     */
    public long expected() {
        return expected;
    }

    /**
     * Gives the version or sequence number that the caller would read now.
     *
     * @return 0 where the conflict is not about numbers
     */
    public long actual() {
        return actual;
    }

    /**
     * Says what changed meanwhile, as far as the caller may see it.
     *
     * @return names of fields, perhaps none
     */
    public List<String> changed() {
        return changed;
    }

    /**
     * Says who has the ticket that could not be taken.
     *
     * @return the agent's id; empty where the conflict is about something else
     */
    public Optional<String> holder() {
        return holder;
    }
}
