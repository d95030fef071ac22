package dev.ticketing.internal;

import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.Optional;

/**
 * What a command left behind.
 *
 * @param opening the opening message, where somebody asked for it
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
record Written(TicketState state, Optional<StoredEntry> opening, List<StoredEntry> entries, byte[] answer) {

    /** Gives the ticket with its opening message. */
    StoredTicket ticket() {
        return new StoredTicket(state, opening.orElseThrow(), List.of(), false, List.of());
    }
}
