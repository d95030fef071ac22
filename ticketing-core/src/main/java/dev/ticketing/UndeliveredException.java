package dev.ticketing;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@link Subscriber}'s word that it did not take an event, and what to make of it. Immutable.
 *
 * <p>The reason is a name for a class of failures, and is stored: it must hold nothing of the event or of an answer.
 */
public final class UndeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern REASON = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private final String reason;
    private final boolean gone;
    private final transient Optional<Duration> pause;

    private UndeliveredException(String reason, boolean gone, Optional<Duration> pause) {
        super(reason);
        if (!REASON.matcher(reason).matches())
            throw new IllegalArgumentException("a reason must be 1 to 64 lower-case letters, digits, - and _");
        this.reason = reason;
        this.gone = gone;
        this.pause = pause;
    }

    /**
     * Says that it may work another time.
     *
     * @param reason 1 to 64 lower-case letters, digits, {@code -} and {@code _}, for example {@code status-503}
     * @return the exception to throw
     */
    public static UndeliveredException failed(String reason) {
        return new UndeliveredException(reason, false, Optional.empty());
    }

    /**
     * Says that it will not work again: the ticket is parked at once.
     *
     * @param reason as with {@link #failed}
     * @return the exception to throw
     */
    public static UndeliveredException gone(String reason) {
        return new UndeliveredException(reason, true, Optional.empty());
    }

    /**
     * Asks for a pause. The next attempt comes no sooner, but no later than the subscription's longest pause.
     *
     * @param least how long
     * @return a copy
     */
    public UndeliveredException after(Duration least) {
        if (least.isNegative()) throw new IllegalArgumentException("a pause must not be negative");
        return new UndeliveredException(reason, gone, Optional.of(least));
    }

    /** {@return the name of the class of failures} */
    public String reason() {
        return reason;
    }

    /** {@return whether it will not work again} */
    public boolean isGone() {
        return gone;
    }

    /** {@return the pause that was asked for, if one was} */
    public Optional<Duration> pause() {
        return pause;
    }
}
