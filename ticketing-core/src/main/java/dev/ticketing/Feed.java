package dev.ticketing;

/**
 * Everything that happened to the tickets of one tenant, in one order that never changes: positions 1, 2, 3 without a gap.
 *
 * <p>The order of a ticket is that of its versions. Of two tickets, what was committed before the other began comes first. What
 * was rolled back is never there; what a host's transaction wrote is there once the host has committed.
 *
 * <p>Every read runs in transactions of its own, also when it was asked through a door that joined a host's transaction: it
 * shows what is committed, and on SQLite it must not be asked while the host's transaction has written. Thread-safe.
 */
public interface Feed {

    /** How many entries a page has at most. */
    int MAX_LIMIT = 1000;

    /** How many entries a page has unless a caller says otherwise. */
    int PAGE = 100;

    /**
     * Reads on, up to {@value #PAGE} entries.
     *
     * @param position where the reader stands: {@link FeedPage#next} of the page before, 0 for the beginning
     * @return what comes next; without entries when nothing more is committed
     * @throws IllegalArgumentException if the position is negative
     */
    default FeedPage after(long position) {
        return after(position, PAGE);
    }

    /**
     * Reads on.
     *
     * @param position where the reader stands: {@link FeedPage#next} of the page before, 0 for the beginning
     * @param limit how many entries at most, from 1 to {@value #MAX_LIMIT}
     * @return what comes next; without entries when nothing more is committed
     * @throws IllegalArgumentException if the position is negative or the limit out of bounds
     */
    FeedPage after(long position, int limit);
}
