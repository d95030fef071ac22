package dev.ticketing.jdbc.faults;

/** How one call to the database goes wrong. */
enum Fault {
    /** It throws and was never made. */
    BEFORE(false, false),
    /** It was made, and throws. */
    AFTER(true, false),
    /** The connection is lost before it: nothing that was not committed stays. */
    LOST(false, true),
    /** It was made, then the connection is lost: a commit landed, but nobody was told. */
    LANDED(true, true);

    final boolean made;
    final boolean loses;

    Fault(boolean made, boolean loses) {
        this.made = made;
        this.loses = loses;
    }
}
