package dev.ticketing.jdbc;

import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one write takes for granted until the server proves it: that a ticket still is as it is kept here. A command then decides
 * without a look at its ticket, and all that it writes leaves in one round trip; the update of the ticket is the proof, since it finds
 * the row at the kept version only. Whatever else such a write comes to, be it a refusal or that nothing is to be written, proves
 * nothing, and the write runs again with a look. Not thread-safe.
 */
final class Trust {

    private final KeptStates states;
    private boolean allowed;
    private boolean given;
    private boolean proven;

    private Trust(KeptStates states, boolean allowed) {
        this.states = states;
        this.allowed = allowed;
    }

    /** For a first run. */
    static Trust in(KeptStates states) {
        return new Trust(states, true);
    }

    /** For one that looks. */
    static Trust none(KeptStates states) {
        return new Trust(states, false);
    }

    /** A write came to something that proves nothing, and is rolled back. */
    static final class UnprovenSignal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UnprovenSignal() {
            super("decided on what was kept", null, false, false);
        }
    }

    /** Finds the ticket that a write decides on; at most one, since each needs a proof. */
    Optional<TicketTable.Keyed> find(Access access, TicketRef ref) {
        Optional<TicketTable.Keyed> found = allowed ? states.find(access, ref) : Optional.empty();
        allowed = false;
        given = found.isPresent();
        proven = false;
        return found;
    }

    /** Keeps what is committed. */
    void keep(TicketTable.Keyed ticket) {
        states.keep(ticket);
    }

    /** The ticket will be written at its version, or all of the write fails. */
    void prove() {
        proven = true;
    }

    /** Whether a write that met another writer may have met what was kept. */
    boolean isGiven() {
        return given;
    }

    /** Runs a write up to its commit, and lets nothing out that is not proven. */
    <R> R run(Supplier<R> work) {
        R result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            // rolled back, so that it may run again, whatever it was
            throw given ? new UnprovenSignal() : e;
        }
        if (given && !proven) throw new UnprovenSignal();
        return result;
    }
}
