package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of ticket keys, for an index of words that keeps no order. What it says of a word, it says of the word in one block, so
 * that no step of a search depends on how often the word was ever used. Small blocks within them are words too. A search goes
 * through all of them from the newest on, in steps that grow with what was gone through already.
 */
final class KeyBlocks {

    /** How many bits of a key the blocks leave out. */
    static final int BITS = 15;

    /** The same of the small ones, the smallest first. */
    static final List<Integer> BITS_OF_SMALL = List.of(9, 12);

    /** How much greater than all that was gone through already the next step may be. */
    private static final int GROWTH = 8;

    private KeyBlocks() {}

    /**
     * A part of the tickets.
     *
     * @param block the block that it is, or is in
     * @param small the word of the small block that it is, or nothing
     */
    record Step(long block, String small) {}

    private static long block(long ticket) {
        return ticket >> BITS;
    }

    /** Goes from a ticket back to the first one. */
    static List<Step> backFrom(long ticket) {
        List<Step> steps = new ArrayList<>();
        long end = ticket + 1;
        while (end > 0) {
            int bits = bits(end, ticket + 1 - end);
            steps.add(new Step(block(end - 1), bits == BITS ? "" : small(end - 1, bits)));
            end = (end - 1) >> bits << bits;
        }
        return steps;
    }

    private static int bits(long end, long done) {
        if (mayBe(BITS, end, done)) return BITS;
        for (int i = BITS_OF_SMALL.size() - 1; i > 0; i--)
            if (mayBe(BITS_OF_SMALL.get(i), end, done)) return BITS_OF_SMALL.get(i);
        return BITS_OF_SMALL.get(0);
    }

    private static boolean mayBe(int bits, long end, long done) {
        long size = 1L << bits;
        return end % size == 0 && size <= done * GROWTH;
    }

    private static String small(long ticket, int bits) {
        return bits + "-" + (ticket >> bits);
    }
}
