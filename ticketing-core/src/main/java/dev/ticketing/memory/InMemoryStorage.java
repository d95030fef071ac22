package dev.ticketing.memory;

import dev.ticketing.AttachmentId;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.EntryId;
import dev.ticketing.Page;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.CountRow;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.FeedStore;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Storage in memory, for tests and trials: simple, exact, gone with the process. It is the reference that other storages are
 * compared with.
 *
 * <p>One write at a time works on a copy of the tables, which replaces them when the work returns; a throw leaves nothing.
 * Reads never wait: each sees the tables as the last commit left them. Every write costs time in proportion to the number of
 * tickets, so thousands are fine and hundreds of thousands are not. Thread-safe.
 */
public final class InMemoryStorage implements Storage {

    // writers never meet one another here; a few runs are there for code that signals staleness itself
    private static final int ATTEMPTS = 8;

    private final ReentrantLock writing = new ReentrantLock();
    private final BlobStore blobs = new InMemoryBlobs();
    private volatile Tables committed = Tables.empty();

    /** Creates an empty storage. */
    public InMemoryStorage() {}

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it is called from within such work, since the two would overwrite each other
     */
    @Override
    public <R> R write(Function<Transaction, R> work) {
        return change(tables -> work.apply(new InMemoryTransaction(tables)));
    }

    <R> R change(Function<Tables, R> work) {
        if (writing.isHeldByCurrentThread())
            throw new IllegalStateException("A write must not start inside another one; use its transaction.");
        writing.lock();
        try {
            Tables tables = committed.copy();
            R result = work.apply(tables);
            // published as a copy, so that a transaction that outlives its work cannot change what is committed
            committed = tables.copy();
            return result;
        } finally {
            writing.unlock();
        }
    }

    Tables committed() {
        return committed;
    }

    @Override
    public FeedStore feed() {
        return new InMemoryFeed(this);
    }

    @Override
    public DeliveryStore deliveries() {
        return new InMemoryDeliveries(this);
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** Maps of immutable rows have no settings, and nothing that could disagree. */
    @Override
    public List<Finding> examine() {
        return List.of();
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public <R> R together(Function<Reads, R> work) {
        return reads().together(work);
    }

    @Override
    public Map<TicketId, StoredEntry> openings(Access access, Collection<TicketId> tickets) {
        return reads().openings(access, tickets);
    }

    @Override
    public Optional<StoredTicket> ticket(Access access, TicketRef ref, ThreadQuery part) {
        return reads().ticket(access, ref, part);
    }

    @Override
    public Optional<Stamp> stamp(Access access, TicketRef ref) {
        return reads().stamp(access, ref);
    }

    @Override
    public Optional<StoredEntry> entry(Access access, TicketId ref, EntryId entry) {
        return reads().entry(access, ref, entry);
    }

    @Override
    public Page<TicketState> page(Access access, TicketQuery query) {
        return reads().page(access, query);
    }

    @Override
    public List<CountRow> counts(Access access) {
        return reads().counts(access);
    }

    @Override
    public Optional<List<TicketEvent>> history(Access access, TicketRef ref, long afterVersion, int limit) {
        return reads().history(access, ref, afterVersion, limit);
    }

    @Override
    public Optional<StoredAttachment> attachment(Access access, TicketRef ref, AttachmentId attachment) {
        return reads().attachment(access, ref, attachment);
    }

    private TableReads reads() {
        return new TableReads(committed);
    }
}
