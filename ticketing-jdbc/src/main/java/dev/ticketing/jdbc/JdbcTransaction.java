package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.ExternalId;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.UploadId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredUpload;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes of one transaction. */
final class JdbcTransaction extends JdbcReads implements Storage.Transaction {

    private static final String CLAIM_OF_ACCOUNT = """
            SELECT at FROM ticketing_critical WHERE tenant = ? AND account = ?
            """;

    private static final String CLAIM = """
            INSERT INTO ticketing_critical (at, tenant, account) VALUES (?, ?, ?)
            """;

    private static final String RENEW_CLAIM = """
            UPDATE ticketing_critical SET at = ? WHERE tenant = ? AND account = ?
            """;

    private final NumberBlocks numbers;
    private final Stripes.Stripe stripe;
    private final Trust trust;
    private final UploadTable uploads;
    private final OutcomeTable outcomes;
    private final StagedBlobs staged;

    JdbcTransaction(Sql sql, NumberBlocks numbers, Stripes.Stripe stripe, Trust trust) {
        super(sql);
        this.numbers = numbers;
        this.stripe = stripe;
        this.trust = trust;
        this.uploads = new UploadTable(sql);
        this.outcomes = new OutcomeTable(sql);
        this.staged = new StagedBlobs(sql);
    }

    /** In a host's snapshot, which may be older than the ticket, a lock would be for nothing; the version tells instead. */
    @Override
    public Optional<TicketState> lock(Access access, TicketRef ref) {
        return find(access, ref).map(TicketTable.Keyed::state);
    }

    private Optional<TicketTable.Keyed> find(Access access, TicketRef ref) {
        if (sql.sight() == Sql.Sight.SNAPSHOT) return tickets.find(access, ref);
        if (!mayTrust()) return tickets.lock(access, ref);
        return trust.find(access, ref, () -> tickets.lock(access, ref)).map(tickets::remember);
    }

    /** Where a look costs a round trip, and the commit is ours. */
    private boolean mayTrust() {
        return sql.dialect().isServer() && !sql.isJoined();
    }

    @Override
    public long nextNumber(TenantId tenant) {
        return numbers.next(sql, tenant);
    }

    @Override
    public void apply(Change change) {
        TicketState after = change.after();
        TicketKey ticket = change.before().map(before -> update(before, after)).orElseGet(() -> open(after));
        entries.addRevisions(ticket, change.revisions());
        entries.add(ticket, change.entries());
        entries.edit(ticket, change.edits().values());
        attachments.add(ticket, change.attachments());
        uploads.take(after.tenant(), change.uploads());
        staged.take(change.attachments().stream()
                .map(StoredAttachment::blob)
                .flatMap(Optional::stream)
                .toList());
        events.add(ticket, change.events());
        new FeedTable(sql).leaveWaiting(after.tenant(), ticket, change.events());
        TicketSearch.over(sql).write(ticket, change);
        // last, since it may have to read, and what went before then leaves without what comes after
        new CountTable(sql).move(change.before(), after, stripe);
    }

    @Override
    public Optional<Outcome> outcome(Outcome.Key key) {
        return outcomes.find(key);
    }

    @Override
    public void keep(Outcome outcome) {
        outcomes.keep(outcome);
    }

    @Override
    public Optional<Instant> claimCritical(TenantId tenant, AccountId account, Instant at, Duration span) {
        Optional<Instant> claim = sql.first(
                CLAIM_OF_ACCOUNT + sql.dialect().lockingRows(),
                row -> Columns.instant(row, "at"),
                tenant.value(),
                account.value());
        if (claim.isPresent() && claim.get().isAfter(at.minus(span))) return claim;
        sql.later(claim.isPresent() ? RENEW_CLAIM : CLAIM, Columns.of(at), tenant.value(), account.value());
        return Optional.empty();
    }

    @Override
    public void addUpload(StoredUpload upload) {
        uploads.add(upload);
        staged.take(List.of(upload.blob()));
    }

    @Override
    public Optional<StoredUpload> upload(TenantId tenant, UploadId upload) {
        return uploads.find(tenant, upload);
    }

    @Override
    public List<StoredUpload> pinnedUploads(TenantId tenant, TicketId ticket, String owner) {
        return uploads.pinned(tenant, ticket, owner);
    }

    @Override
    public List<String> sweep(Instant uploadsBefore, Instant outcomesBefore) {
        List<String> contents = new ArrayList<>(uploads.drop(uploadsBefore));
        // here, because nobody would find them any more if the process died before it came to them
        JdbcBlobStore.drop(sql, contents);
        contents.addAll(staged.before(uploadsBefore));
        outcomes.drop(outcomesBefore);
        new CountTable(sql).fold();
        return contents;
    }

    private TicketKey open(TicketState opened) {
        Optional<ExternalId> externalId = opened.find(TicketField.EXTERNAL_ID);
        if (externalId.isPresent() && tickets.isTaken(opened.tenant(), externalId.get()))
            throw ConflictException.taken("externalId");
        return tickets.insert(opened);
    }

    private TicketKey update(TicketState before, TicketState after) {
        long ticket = tickets.keyOf(before.tenant(), before.id()).orElseThrow(StaleTicketSignal::new);
        tickets.update(ticket, before, after);
        if (mayTrust()) trust.prove(new TicketTable.Keyed(ticket, after));
        return TicketKey.of(ticket);
    }
}
