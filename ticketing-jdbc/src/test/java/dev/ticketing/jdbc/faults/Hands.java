package dev.ticketing.jdbc.faults;

import dev.ticketing.Desk;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.Portal;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.World;

/** What a use case works with: a door, the tickets that are there, and the key that makes it happen once. */
record Hands(Ticketing ticketing, Fixture fixture) {

    private static final IdempotencyKey KEY = IdempotencyKey.of("try-1");

    /** Ada's portal; what is done there happens once. */
    Portal portal() {
        return ticketing.portal(World.ADA).once(KEY);
    }

    /** Grace's desk; what is done there happens once. */
    Desk desk() {
        return ticketing.desk(World.GRACE).once(KEY);
    }
}
