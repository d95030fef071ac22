package dev.ticketing.memory;

import dev.ticketing.AccountId;
import dev.ticketing.ExternalId;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.UploadId;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.StoredUpload;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is stored; keys begin with the tenant. Rows are immutable, so a copy of the maps is a copy of everything.
 *
 * @param tickets the tickets with all that belongs to them
 * @param names the other ways to name a ticket: {@link TicketNumber} and {@link ExternalId}
 * @param numbers the last number that each tenant gave out
 * @param outcomes what idempotency keys came to
 * @param claims when each account last opened a critical ticket
 * @param uploads the files that wait for a message, in the order of their uploading
 * @param feed the order of events, and what is left to deliver
 */
record Tables(
        Map<Key<TicketId>, TicketRow> tickets,
        Map<Key<TicketRef>, TicketId> names,
        Map<TenantId, Long> numbers,
        Map<Outcome.Key, Outcome> outcomes,
        Map<Key<AccountId>, Instant> claims,
        Map<Key<UploadId>, StoredUpload> uploads,
        FeedRows feed) {

    /** An id within a tenant. */
    record Key<T>(TenantId tenant, T id) {}

    static Tables empty() {
        return new Tables(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), FeedRows.empty()).copy();
    }

    Tables copy() {
        return new Tables(
                new HashMap<>(tickets),
                new HashMap<>(names),
                new HashMap<>(numbers),
                new HashMap<>(outcomes),
                new HashMap<>(claims),
                new LinkedHashMap<>(uploads),
                feed.copy());
    }

    Optional<TicketRow> ticket(TenantId tenant, TicketRef ref) {
        TicketId id = ref instanceof TicketId own ? own : names.get(new Key<>(tenant, ref));
        return id == null ? Optional.empty() : Optional.ofNullable(tickets.get(new Key<>(tenant, id)));
    }
}
