package dev.ticketing.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told. Thread-safe. */
public final class TestClock extends Clock {

    private final AtomicReference<Instant> now;

    /**
     * Stops a clock.
     *
     * @param start what it shows
     */
    public TestClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /**
     * Moves the clock.
     *
     * @param by how far; may be negative
     */
    public void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    /**
     * Puts the clock to a time.
     *
     * @param to what it shows from now on
     */
    public void set(Instant to) {
        now.set(to);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nothing here may depend on a zone");
    }
}
