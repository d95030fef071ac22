package dev.ticketing.memory;

import dev.ticketing.TicketId;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Lane;
import java.time.Instant;
import java.util.Optional;

/**
 * A lane as it is stored. Immutable.
 *
 * @param lane what a worker sees of it
 * @param parked whether it is due no more
 * @param lease the word of the worker that has it, if one has
 */
record LaneRow(Lane lane, boolean parked, Optional<String> lease) {

    private static final byte[] NO_BODY = new byte[0];

    /** What a lane is found by. */
    record Name(DeliveryStore.Key subscription, TicketId ticket) {}

    static LaneRow of(Name name, long version, Instant due) {
        Lane lane =
                new Lane(0, name.subscription(), name.ticket(), version, version, 0, due, NO_BODY, Optional.empty());
        return new LaneRow(lane, false, Optional.empty());
    }

    boolean isDue(Instant now) {
        return !parked && !lane.at().isAfter(now);
    }

    boolean isHeld(String by) {
        return lease.equals(Optional.of(by));
    }

    boolean isHeld(Lane asSeen, String by) {
        return isHeld(by) && lane.next() == asSeen.next();
    }

    /** Takes one more event in: at the end, or, after the subscription was put back, before what is left. */
    LaneRow with(long version, Instant due) {
        long last = Math.max(lane.last(), version);
        if (version >= lane.next()) return with(lane.next(), last, lane.attempts(), lane.at(), lane.body());
        Instant at = lease.isPresent() ? lane.at() : due;
        return new LaneRow(
                new Lane(0, lane.subscription(), lane.ticket(), version, last, 0, at, NO_BODY, Optional.empty()),
                false,
                lease);
    }

    LaneRow claimed(String by, Instant until) {
        return new LaneRow(
                with(lane.next(), lane.last(), lane.attempts() + 1, until, lane.body()).lane, false, Optional.of(by));
    }

    LaneRow withBody(byte[] body) {
        return with(lane.next(), lane.last(), lane.attempts(), lane.at(), body);
    }

    LaneRow advanced(long next, Instant until) {
        return new LaneRow(fresh(next, 1, until), false, lease);
    }

    LaneRow released(Instant due) {
        return new LaneRow(with(lane.next(), lane.last(), 0, due, lane.body()).lane, false, Optional.empty());
    }

    LaneRow failed(String failure, Instant at, boolean nowParked) {
        Lane failed = new Lane(
                0,
                lane.subscription(),
                lane.ticket(),
                lane.next(),
                lane.last(),
                lane.attempts(),
                at,
                lane.body(),
                Optional.of(failure));
        return new LaneRow(failed, nowParked, Optional.empty());
    }

    LaneRow skipped(long next, Instant due) {
        return new LaneRow(fresh(next, 0, due), false, Optional.empty());
    }

    boolean isThrough() {
        return lane.next() > lane.last();
    }

    private Lane fresh(long next, long attempts, Instant at) {
        return new Lane(
                0, lane.subscription(), lane.ticket(), next, lane.last(), attempts, at, NO_BODY, Optional.empty());
    }

    private LaneRow with(long next, long last, long attempts, Instant at, byte[] body) {
        Lane changed = new Lane(0, lane.subscription(), lane.ticket(), next, last, attempts, at, body, lane.failure());
        return new LaneRow(changed, parked, lease);
    }
}
