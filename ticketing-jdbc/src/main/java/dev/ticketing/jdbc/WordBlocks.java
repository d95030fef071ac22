package dev.ticketing.jdbc;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Blocks of ticket keys, by which rows of words stand: within a block by word, so that the entries of the newest tickets share few
 * pages. A search goes through the blocks from the newest on, in steps that grow. Immutable.
 *
 * @param newest the newest block that is left to go through
 * @param oldest the oldest one
 * @param atOnce how many the next step has
 */
record WordBlocks(long newest, long oldest, int atOnce) {

    /** How many bits of a key a block leaves out. */
    static final int BITS = 12;

    /** How many times more blocks than the last step the next one has. */
    private static final int GROWTH = 8;

    private static final int MOST_AT_ONCE = 512;

    static long of(long ticket) {
        return ticket >> BITS;
    }

    boolean isEmpty() {
        return newest < oldest;
    }

    /** Gives the blocks of the next step. */
    List<Long> step() {
        return LongStream.rangeClosed(Math.max(oldest, newest - atOnce + 1), newest)
                .boxed()
                .toList();
    }

    /** Gives what is left after it. */
    WordBlocks rest() {
        return new WordBlocks(newest - atOnce, oldest, Math.min(atOnce * GROWTH, MOST_AT_ONCE));
    }
}
