package dev.ticketing;

/**
 * Which part of a conversation to read. Immutable.
 *
 * @param afterSeq entries after this sequence number, as the reader's own side counts
 * @param limit how many at most
 */
public record ThreadQuery(long afterSeq, int limit) {

    /** How many entries a page has unless said otherwise. */
    public static final int PAGE = 100;

    /** Checks the numbers. */
    public ThreadQuery {
        if (afterSeq < 0 || limit < 0) throw new IllegalArgumentException("afterSeq and limit must not be negative");
    }

    /**
     * Asks for the first page.
     *
     * @return the first {@value #PAGE} entries
     */
    public static ThreadQuery first() {
        return new ThreadQuery(0, PAGE);
    }

    /**
     * Asks for the page after an entry.
     *
     * @param seq the last sequence number that was read
     * @return the next {@value #PAGE} entries
     */
    public static ThreadQuery after(long seq) {
        return new ThreadQuery(seq, PAGE);
    }

    /**
     * Asks for everything; bounded by the limits of a ticket.
     *
     * @return all entries
     */
    public static ThreadQuery whole() {
        return new ThreadQuery(0, Integer.MAX_VALUE);
    }

    /**
     * Asks for no entry but the opening one, which every answer has.
     *
     * @return no entries
     */
    public static ThreadQuery none() {
        return new ThreadQuery(0, 0);
    }

    /**
     * Changes the number of entries.
     *
     * @param most how many at most
     * @return a copy
     */
    public ThreadQuery limit(int most) {
        return new ThreadQuery(afterSeq, most);
    }
}
