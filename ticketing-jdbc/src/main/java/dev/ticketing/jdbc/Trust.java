package dev.ticketing.jdbc;

import dev.ticketing.TicketRef;
import dev.ticketing.jdbc.TicketTable.Keyed;
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
    private boolean mayBeGiven;
    private Optional<Keyed> given = Optional.empty();
    private Optional<Keyed> written = Optional.empty();

    private Trust(KeptStates states, boolean mayBeGiven) {
        this.states = states;
        this.mayBeGiven = mayBeGiven;
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

    /** Runs a write up to its commit, and lets nothing out that is not proven. */
    <R> R run(Supplier<R> work) {
        given = Optional.empty();
        written = Optional.empty();
        R result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            // rolled back, so that it may run again, whatever it was
            throw isGiven() ? new UnprovenSignal() : e;
        }
        if (isGiven() && !isProven()) throw new UnprovenSignal();
        return result;
    }

    /** Finds the ticket that a write decides on: as it is kept, at most one since each needs a proof, or by a look. */
    Optional<Keyed> find(Access access, TicketRef ref, Supplier<Optional<Keyed>> look) {
        if (mayBeGiven) given = states.find(access, ref);
        boolean trusts = mayBeGiven && isGiven();
        mayBeGiven = false;
        if (trusts) return given;
        Optional<Keyed> found = look.get();
        // before the first change, so it is what is committed
        if (written.isEmpty()) found.ifPresent(states::keep);
        return found;
    }

    /** The ticket will become this at the version that it was decided on, or all of the write fails. */
    void prove(Keyed becomes) {
        written = Optional.of(becomes);
    }

    /** Whether a write that met another writer may have met what was kept. */
    boolean isGiven() {
        return given.isPresent();
    }

    /** Keeps what the write made of its ticket. */
    void committed() {
        written.ifPresent(states::keep);
    }

    private boolean isProven() {
        return written.map(Keyed::key).equals(given.map(Keyed::key));
    }
}
