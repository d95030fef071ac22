package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ticket numbers. SQLite has one writer, so they are counted in the ticket's own transaction. On a server that would keep all
 * other openings of the tenant waiting until a host's commit: there a short transaction of ours allots a block, from which
 * numbers are taken in rising order; what is left of a block, or was taken for nothing, is skipped. Thread-safe.
 */
final class NumberBlocks {

    /** How many numbers a restart skips at most. */
    private static final int SIZE = 32;

    private static final String COUNT_ON = """
            UPDATE ticketing_number SET last_number = last_number + ? WHERE tenant = ? RETURNING last_number
            """;

    private final Transactions own;
    private final Map<TenantId, Block> blocks = new ConcurrentHashMap<>();

    NumberBlocks(Transactions own) {
        this.own = own;
    }

    /** Gives the next number; inside a transaction of ours it asks, by a signal, for a block to be allotted first. */
    long next(Sql sql, TenantId tenant) {
        if (!sql.dialect().isServer()) return last(sql, tenant, 1);
        OptionalLong number = block(tenant).take();
        while (number.isEmpty()) {
            // a second connection while holding one could wait for ever in a pool that has no other
            if (!sql.isJoined()) throw new BlockNeeded(tenant);
            allot(tenant);
            number = block(tenant).take();
        }
        return number.getAsLong();
    }

    /** Allots a block, unless somebody else just did. */
    void allot(TenantId tenant) {
        Block block = block(tenant);
        block.allotting.lock();
        try {
            if (!block.isEmpty()) return;
            long last = own.write(sql -> last(sql, tenant, SIZE));
            block.refill(last - SIZE + 1, last);
        } finally {
            block.allotting.unlock();
        }
    }

    private Block block(TenantId tenant) {
        return blocks.computeIfAbsent(tenant, none -> new Block());
    }

    private static long last(Sql sql, TenantId tenant, long more) {
        // an insert that finds its row there takes SQLite half as long again
        if (!sql.dialect().isServer()) {
            Optional<Long> counted = sql.first(COUNT_ON, row -> row.getLong(1), more, tenant.value());
            if (counted.isPresent()) return counted.get();
        }
        String allot = "INSERT INTO ticketing_number (tenant, last_number) VALUES (?, ?)"
                + sql.dialect().onConflict("tenant") + "last_number = ticketing_number.last_number + "
                + sql.dialect().proposed("last_number") + " RETURNING last_number";
        return sql.first(allot, row -> row.getLong(1), tenant.value(), more).orElseThrow();
    }

    /** Says that a transaction of ours cannot go on without a block; it is rolled back and runs again. */
    static final class BlockNeeded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient TenantId tenant;

        private BlockNeeded(TenantId tenant) {
            super("a block of numbers is needed", null, false, false);
            this.tenant = tenant;
        }

        TenantId tenant() {
            return tenant;
        }
    }

    private static final class Block {

        private final ReentrantLock allotting = new ReentrantLock();
        private long next = 1;
        private long last;

        synchronized OptionalLong take() {
            return next > last ? OptionalLong.empty() : OptionalLong.of(next++);
        }

        synchronized boolean isEmpty() {
            return next > last;
        }

        synchronized void refill(long from, long to) {
            next = from;
            last = to;
        }
    }
}
