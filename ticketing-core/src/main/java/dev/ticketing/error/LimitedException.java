package dev.ticketing.error;

import java.time.Duration;

/** A limit of size or frequency was reached; nothing was stored. */
public final class LimitedException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private final long limit;
    private final Duration retryAfter;

    private LimitedException(ErrorCode code, String message, long limit, Duration retryAfter) {
        super(code, message, null);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /**
     * Refuses a file that is too large.
     *
     * @param maxBytes the largest size in bytes
     * @return the exception, to be thrown
     */
    public static LimitedException fileTooLarge(long maxBytes) {
        return new LimitedException(
                ErrorCode.TOO_LARGE,
                "The file is larger than " + maxBytes + " bytes. Send a smaller one.",
                maxBytes,
                Duration.ZERO);
    }

    /**
     * Refuses a second critical ticket.
     *
     * @param retryAfter when the next one is possible, counted from now
     * @return the exception, to be thrown
     */
    public static LimitedException critical(Duration retryAfter) {
        return new LimitedException(
                ErrorCode.CRITICAL_LIMITED,
                "The account opened a critical ticket a short while ago. Reply on that ticket instead.",
                1,
                retryAfter);
    }

    /**
     * Gives the limit that was reached.
     *
     * @return bytes for a size, a count for a frequency
     */
    public long limit() {
        return limit;
    }

    /**
     * Says when a further try makes sense.
     *
     * @return counted from now; zero where waiting does not help
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
