package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.ByteCache;
import java.util.Optional;

/**
 * Tickets as they were when they were read or written last, for {@link Trust}. Only committed states are kept. Thread-safe.
 */
final class KeptStates {

    private final ByteCache<Named, TicketTable.Keyed> states;

    /** Keeps about so many bytes; 0 keeps nothing. */
    KeptStates(long bytes) {
        this.states = new ByteCache<>(bytes, kept -> KeptReads.weight(kept.state()));
    }

    private record Named(TenantId tenant, TicketId id) {}

    /** Finds a ticket that the caller may see, by its id. */
    Optional<TicketTable.Keyed> find(Access access, TicketRef ref) {
        if (!(ref instanceof TicketId id)) return Optional.empty();
        return states.get(new Named(access.tenant(), id)).filter(kept -> access.permits(kept.state()));
    }

    void keep(TicketTable.Keyed ticket) {
        states.put(new Named(ticket.state().tenant(), ticket.state().id()), ticket);
    }
}
