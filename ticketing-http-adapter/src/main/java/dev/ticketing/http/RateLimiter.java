package dev.ticketing.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides how often a caller may ask. Asked once for each authenticated request, before anything else is done for it.
 *
 * <p>Default: {@code perMinute(600)} in this process. A host with several nodes brings its own over a shared store. Must be
 * thread-safe; what it throws becomes a 500.
 */
public interface RateLimiter {

    /**
     * Takes one request of a caller.
     *
     * @param caller a key that no other caller has
     * @return whether it may go on
     */
    Verdict take(String caller);

    /**
     * Gives a limiter that refills once a minute and counts in this process.
     *
     * @param requests how many a caller has each minute, at least 1
     * @return the limiter, on the system clock
     */
    static RateLimiter perMinute(int requests) {
        return perMinute(requests, Clock.systemUTC());
    }

    /**
     * Gives a limiter that refills once a minute and counts in this process.
     *
     * @param requests how many a caller has each minute, at least 1
     * @param clock tells when a minute is over
     * @return the limiter
     */
    static RateLimiter perMinute(int requests, Clock clock) {
        return new BucketLimiter(requests, Duration.ofMinutes(1), clock);
    }

    /**
     * Gives a limiter that lets everything through.
     *
     * @return the limiter
     */
    static RateLimiter unlimited() {
        return caller -> new Verdict(Long.MAX_VALUE, Long.MAX_VALUE, Instant.MAX, Optional.empty());
    }

    /**
     * What a limiter decided.
     *
     * @param limit how many requests a window has
     * @param remaining how many are left
     * @param resetsAt when the window is full again
     * @param retryAfter when to ask again, if the request is refused; empty lets it through
     */
    record Verdict(long limit, long remaining, Instant resetsAt, Optional<Duration> retryAfter) {}
}
