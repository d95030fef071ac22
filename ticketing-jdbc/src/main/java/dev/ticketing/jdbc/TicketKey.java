package dev.ticketing.jdbc;

/**
 * The internal key of a ticket, which its rows have in common. On servers a new ticket has no number here: its row and all that
 * belong to it travel together, so only the database will ever know. Immutable.
 */
final class TicketKey {

    /** The key of the ticket that was inserted last. */
    static final TicketKey OF_LAST_INSERTED = new TicketKey(0);

    private final long value;

    private TicketKey(long value) {
        this.value = value;
    }

    static TicketKey of(long value) {
        return new TicketKey(value);
    }

    /** Whether none of some values is a key that only the database knows. */
    static boolean areKnown(Object[] values) {
        for (Object value : values) if (value instanceof TicketKey key && !key.isKnown()) return false;
        return true;
    }

    boolean isKnown() {
        return value > 0;
    }

    long value() {
        if (!isKnown()) throw new IllegalStateException("only the database knows this key");
        return value;
    }
}
