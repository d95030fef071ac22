package dev.ticketing.spi;

import dev.ticketing.EntryId;
import dev.ticketing.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * What a command under an idempotency key came to, kept in the same commit.
 *
 * @param key what it is kept under
 * @param fingerprint what makes two requests the same
 * @param about the id of the ticket or upload that it was about
 * @param entries the entries that it made
 * @param answer the bytes that a surface rendered; empty without one
 * @param at when
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
public record Outcome(Key key, String fingerprint, String about, List<EntryId> entries, byte[] answer, Instant at) {

    /**
     * What an outcome is kept under.
     *
     * @param tenant the tenant
     * @param caller the caller, as {@link Access#callerKey} writes callers
     * @param operation the operation
     * @param value the key that the caller chose
     */
    public record Key(TenantId tenant, String caller, String operation, String value) {}
}
