package dev.ticketing.jdbc;

import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which stripe of every counter a transaction of ours writes to: one that nobody else has at that time, in no process, so that
 * writers never wait for each other; the lowest that is free, so that there are no more stripes than writers at once.
 * Thread-safe.
 */
final class Stripes {

    /** From here on are the stripes of hosts' transactions, which may stay open for long: we never wait for one of those. */
    static final long OF_HOSTS = 1L << 62;

    /** How many writers one process has at once, at most; with more, it may meet another process and wait for it. */
    private static final int WRITERS = 1 << 10;

    /** So often a writer makes one of what former processes and hosts left behind. */
    private static final int FOLD = 256;

    private final long first = ThreadLocalRandom.current().nextLong(OF_HOSTS / WRITERS) * WRITERS;
    private final BitSet used = new BitSet();
    private int lent;

    /** Lends a stripe from the first time it is asked for until it is closed. */
    Stripe stripe() {
        return new Stripe();
    }

    private synchronized int take() {
        int free = used.nextClearBit(0);
        used.set(free);
        lent++;
        return free;
    }

    private synchronized boolean isFoldDue() {
        if (lent < FOLD) return false;
        lent = 0;
        return true;
    }

    private synchronized void giveBack(int number) {
        used.clear(number);
    }

    /** Belongs to one thread. */
    final class Stripe implements AutoCloseable {

        private int slot = -1;

        long number() {
            if (slot < 0) slot = take();
            return first + slot;
        }

        boolean isFoldDue() {
            return Stripes.this.isFoldDue();
        }

        /** To be called when the transaction is over. */
        @Override
        public void close() {
            if (slot >= 0) giveBack(slot);
        }
    }
}
