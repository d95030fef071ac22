package dev.ticketing.jdbc;

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
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Storage in SQL tables. As thread-safe as its transactions: our own are, a joined one is not. */
final class JdbcStorage implements Storage {

    private final Transactions transactions;
    private final OwnTransactions own;
    private final BlobStore blobs;
    private final Clock clock;
    private final KeptReads kept;

    /** Keeps nothing of what it reads. */
    JdbcStorage(OwnTransactions own, Clock clock) {
        this(own, own, clock, new KeptReads(0));
    }

    JdbcStorage(Transactions transactions, OwnTransactions own, Clock clock, KeptReads kept) {
        this.transactions = transactions;
        this.own = own;
        this.clock = clock;
        this.kept = kept;
        this.blobs = new JdbcBlobStore(transactions, clock);
    }

    @Override
    public <R> R write(Function<Transaction, R> work) {
        Trust trust = Trust.in(kept.states());
        try {
            return write(work, trust);
        } catch (Trust.UnprovenSignal signal) {
            return write(work, Trust.none(kept.states()));
        } catch (StaleTicketSignal signal) {
            if (!trust.isGiven()) throw signal;
            return write(work, Trust.none(kept.states()));
        }
    }

    /** A block of numbers is allotted between two runs of the work, when no connection is held. */
    private <R> R write(Function<Transaction, R> work, Trust trust) {
        while (true) {
            try (Stripes.Stripe stripe = own.stripes().stripe()) {
                R result = transactions.write(
                        sql -> trust.run(() -> work.apply(new JdbcTransaction(sql, own.numbers(), stripe, trust))));
                trust.committed();
                return result;
            } catch (NumberBlocks.BlockNeeded needed) {
                own.numbers().allot(needed.tenant());
            }
        }
    }

    @Override
    public int attempts() {
        return transactions.attempts();
    }

    @Override
    public List<Finding> examine() {
        return transactions.read(sql -> new Examination(sql, clock).findings());
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public FeedStore feed() {
        return new JdbcFeed(own);
    }

    @Override
    public DeliveryStore deliveries() {
        return new JdbcDeliveries(own);
    }

    @Override
    public Optional<StoredTicket> ticket(Access access, TicketRef ref, ThreadQuery part) {
        return transactions.readOnce(sql -> kept.ticket(sql, access, ref, part));
    }

    @Override
    public Optional<Stamp> stamp(Access access, TicketRef ref) {
        return transactions.readOnce(sql -> new JdbcReads(sql).stamp(access, ref));
    }

    @Override
    public Optional<StoredEntry> entry(Access access, TicketId ref, EntryId entry) {
        return together(reads -> reads.entry(access, ref, entry));
    }

    @Override
    public Page<TicketState> page(Access access, TicketQuery query) {
        if (query.text().isPresent() || !TicketList.isOneStatement(access, query))
            return together(reads -> reads.page(access, query));
        return transactions.readOnce(sql -> kept.page(sql, access, query));
    }

    @Override
    public List<CountRow> counts(Access access) {
        return transactions.readOnce(sql -> new JdbcReads(sql).counts(access));
    }

    @Override
    public Optional<List<TicketEvent>> history(Access access, TicketRef ref, long afterVersion, int limit) {
        return together(reads -> reads.history(access, ref, afterVersion, limit));
    }

    @Override
    public Optional<StoredAttachment> attachment(Access access, TicketRef ref, AttachmentId attachment) {
        return together(reads -> reads.attachment(access, ref, attachment));
    }

    @Override
    public Map<TicketId, StoredEntry> openings(Access access, Collection<TicketId> tickets) {
        return together(reads -> reads.openings(access, tickets));
    }

    @Override
    public <R> R together(Function<Reads, R> work) {
        return transactions.read(sql -> work.apply(new JdbcReads(sql)));
    }
}
