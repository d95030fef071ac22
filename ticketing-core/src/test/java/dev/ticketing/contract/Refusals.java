package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ticketing.error.ConflictException;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.TicketingException;
import dev.ticketing.error.TransitionRefusedException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Runs what must be refused and gives the refusal's facts. */
public final class Refusals {

    private Refusals() {}

    /** Runs it. @param act what must be refused @return the refusal's code */
    public static ErrorCode codeOf(ThrowingCallable act) {
        return refusal(TicketingException.class, act).code();
    }

    /** Runs it. @param act what must be refused @return each violation as {@code path RULE}, in order */
    public static List<String> violationsOf(ThrowingCallable act) {
        return refusal(InvalidInputException.class, act).violations().stream()
                .map(violation -> violation.path() + " " + violation.rule())
                .toList();
    }

    /** Runs it. @param act what must be refused @return the conflict */
    public static ConflictException conflictOf(ThrowingCallable act) {
        return refusal(ConflictException.class, act);
    }

    /** Runs it. @param act what must be refused @return the refused transition */
    public static TransitionRefusedException transitionOf(ThrowingCallable act) {
        return refusal(TransitionRefusedException.class, act);
    }

    private static <E extends TicketingException> E refusal(Class<E> type, ThrowingCallable act) {
        E refusal = catchThrowableOfType(type, act);
        if (refusal == null)
            throw new AssertionError("expected a " + type.getSimpleName() + ", but nothing was refused");
        return refusal;
    }
}
