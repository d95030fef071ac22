package dev.ticketing.spi;

import dev.ticketing.AccountId;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.UploadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where tickets live. Adapters implement it and prove it with the contracts in {@code dev.ticketing.contract}. Thread-safe.
 */
public interface Storage extends Reads {

    /**
     * Runs work in one transaction: everything it writes commits when it returns, nothing when it throws.
     *
     * @param work what to do; fit to run again, because a database may end a transaction so that others can go on
     * @param <R> the type of its result
     * @return what the work returned, after the commit
     * @throws StaleTicketSignal if the work or its commit met another writer; nothing was stored
     * @throws dev.ticketing.error.StorageException if the storage failed; nothing was acknowledged
     */
    <R> R write(Function<Transaction, R> work);

    /**
     * Says how often the engine may run a command that met another writer.
     *
     * @return 1 where the transaction is the host's, since only the host can run it again
     */
    int attempts();

    /**
     * Gives the place for file contents that goes with this storage.
     *
     * @return a store in the same database
     */
    BlobStore blobs();

    /**
     * Examines the storage itself: its settings, its tables' version, and whether its rows agree with each other.
     *
     * @return what is wrong or unwise, for all tenants; empty if nothing is
     */
    List<Finding> examine();

    /**
     * Gives the order of events.
     *
     * @return a store whose transactions are its own
     * @throws UnsupportedOperationException if this storage only writes into a host's transaction; the door over it takes feed
     *     and work from another door
     */
    FeedStore feed();

    /**
     * Gives what is left to deliver.
     *
     * @return a store whose transactions are its own
     * @throws UnsupportedOperationException as with {@link #feed}
     */
    DeliveryStore deliveries();

    /** Work in progress; belongs to one thread and ends with the work. Reads see what it wrote. */
    interface Transaction extends Reads {

        /**
         * Reads a ticket to decide on it. Where writers can meet, nobody else changes it until the commit; in a host's snapshot
         * nobody can see to that, and {@link #apply} finds out.
         *
         * @param access who reads
         * @param ticket id, number or external id
         * @return the ticket as it is now, if there is one and it may be seen
         */
        Optional<TicketState> lock(Access access, TicketRef ticket);

        /**
         * Allots the next ticket number of a tenant.
         *
         * @param tenant the tenant
         * @return a number that no other committed ticket of the tenant has
         */
        long nextNumber(TenantId tenant);

        /**
         * Writes a change whole, and leaves its events waiting for their positions in the feed.
         *
         * @param change what was decided
         * @throws StaleTicketSignal if the ticket is at another version or an upload is gone
         * @throws dev.ticketing.error.ConflictException if the external id belongs to another ticket
         */
        void apply(Change change);

        /**
         * Finds what an idempotency key came to.
         *
         * @param key the key
         * @return the outcome, if there is one
         */
        Optional<Outcome> outcome(Outcome.Key key);

        /**
         * Keeps what an idempotency key came to.
         *
         * @param outcome the outcome
         * @throws StaleTicketSignal if a parallel twin was first
         */
        void keep(Outcome outcome);

        /**
         * Claims the right to open a critical ticket, so that two cannot be opened within the span.
         *
         * @param tenant the tenant
         * @param account the account
         * @param at now
         * @param span how long the claim excludes others
         * @return when the account's present claim began, if it is not over; then nothing is claimed
         */
        Optional<Instant> claimCritical(TenantId tenant, AccountId account, Instant at, Duration span);

        /**
         * Keeps an upload.
         *
         * @param upload the upload
         */
        void addUpload(StoredUpload upload);

        /**
         * Finds an upload that is on no ticket yet.
         *
         * @param tenant its tenant
         * @param upload its id
         * @return the upload, if it is there
         */
        Optional<StoredUpload> upload(TenantId tenant, UploadId upload);

        /**
         * Lists the uploads that a caller pinned to a ticket.
         *
         * @param tenant the tenant
         * @param ticket the ticket
         * @param owner the caller, as {@link Access#callerKey} writes callers
         * @return in the order of their uploading
         */
        List<StoredUpload> pinnedUploads(TenantId tenant, TicketId ticket, String owner);

        /**
         * Removes uploads and outcomes that nobody needs any more.
         *
         * @param uploadsBefore uploads from before this instant
         * @param outcomesBefore outcomes from before this instant
         * @return the keys of the contents that no row names any more
         */
        List<String> sweep(Instant uploadsBefore, Instant outcomesBefore);
    }
}
