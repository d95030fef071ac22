package dev.ticketing.jdbc.faults;

/** Whose transaction a use case runs in, and what a host does with it after a failure. */
enum Mode {
    OWN,
    JOINED_AND_ROLLED_BACK,
    JOINED_AND_COMMITTED
}
