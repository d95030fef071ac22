package dev.ticketing.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every 429. */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    static Map<String, String> of(long limit, long remaining, Instant reset, Duration retryAfter) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", Long.toString(wholeSeconds(retryAfter)));
        headers.put("X-RateLimit-Limit", Long.toString(limit));
        headers.put("X-RateLimit-Remaining", Long.toString(remaining));
        headers.put("X-RateLimit-Reset", Timestamps.millis(reset));
        return headers;
    }

    /** Rounded up, so that a client that waits exactly so long is not refused again. */
    private static long wholeSeconds(Duration span) {
        return Math.max(1, span.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
