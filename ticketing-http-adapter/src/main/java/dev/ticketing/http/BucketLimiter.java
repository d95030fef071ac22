package dev.ticketing.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One bucket a caller. Buckets that are full again say nothing and are dropped when there are many. Thread-safe. */
final class BucketLimiter implements RateLimiter {

    private static final int MANY = 10_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int requests;
    private final Duration window;
    private final Clock clock;

    BucketLimiter(int requests, Duration window, Clock clock) {
        if (requests < 1) throw new IllegalArgumentException("requests must be at least 1");
        this.requests = requests;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public Verdict take(String caller) {
        if (buckets.size() > MANY) buckets.values().removeIf(bucket -> bucket.getAvailableTokens() == requests);
        ConsumptionProbe probe =
                buckets.computeIfAbsent(caller, key -> bucket()).tryConsumeAndReturnRemaining(1);
        Instant reset = clock.instant().plusNanos(probe.getNanosToWaitForReset());
        Optional<Duration> retryAfter =
                probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        return new Verdict(requests, probe.getRemainingTokens(), reset, retryAfter);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillIntervally(requests, window))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
