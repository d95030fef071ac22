package dev.ticketing.memory;

import dev.ticketing.AccountId;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.UploadId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.memory.FeedRows.EventRef;
import dev.ticketing.memory.Tables.Key;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.StaleTicketSignal;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredUpload;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Work on a copy of the tables, which it may change as it likes: nobody else sees it. */
final class InMemoryTransaction extends TableReads implements Storage.Transaction {

    InMemoryTransaction(Tables tables) {
        super(tables);
    }

    @Override
    public Optional<TicketState> lock(Access access, TicketRef ticket) {
        return row(access, ticket).map(TicketRow::state);
    }

    @Override
    public long nextNumber(TenantId tenant) {
        return tables.numbers().merge(tenant, 1L, Long::sum);
    }

    @Override
    public void apply(Change change) {
        TicketState after = change.after();
        Key<TicketId> key = new Key<>(after.tenant(), after.id());
        Optional<TicketRow> row = Optional.ofNullable(tables.tickets().get(key));
        if (!versionOf(row.map(TicketRow::state)).equals(versionOf(change.before()))) throw new StaleTicketSignal();
        for (UploadId upload : change.uploads())
            if (tables.uploads().remove(new Key<>(after.tenant(), upload)) == null) throw new StaleTicketSignal();
        if (row.isEmpty()) name(after);
        tables.tickets().put(key, row.map(known -> known.with(change)).orElseGet(() -> TicketRow.opened(change)));
        for (TicketEvent event : change.events())
            tables.feed().waiting().add(new EventRef(after.tenant(), after.id(), event.version()));
    }

    @Override
    public Optional<Outcome> outcome(Outcome.Key key) {
        return Optional.ofNullable(tables.outcomes().get(key));
    }

    @Override
    public void keep(Outcome outcome) {
        if (tables.outcomes().putIfAbsent(outcome.key(), outcome) != null) throw new StaleTicketSignal();
    }

    @Override
    public Optional<Instant> claimCritical(TenantId tenant, AccountId account, Instant at, Duration span) {
        Key<AccountId> key = new Key<>(tenant, account);
        Instant claimed = tables.claims().get(key);
        if (claimed != null && claimed.plus(span).isAfter(at)) return Optional.of(claimed);
        tables.claims().put(key, at);
        return Optional.empty();
    }

    @Override
    public void addUpload(StoredUpload upload) {
        tables.uploads().put(new Key<>(upload.tenant(), upload.id()), upload);
    }

    @Override
    public Optional<StoredUpload> upload(TenantId tenant, UploadId upload) {
        return Optional.ofNullable(tables.uploads().get(new Key<>(tenant, upload)));
    }

    @Override
    public List<StoredUpload> pinnedUploads(TenantId tenant, TicketId ticket, String owner) {
        return tables.uploads().values().stream()
                .filter(upload -> upload.tenant().equals(tenant))
                .filter(upload -> upload.ticket().equals(Optional.of(ticket)))
                .filter(upload -> upload.owner().equals(owner))
                .toList();
    }

    @Override
    public List<String> sweep(Instant uploadsBefore, Instant outcomesBefore) {
        tables.outcomes().values().removeIf(outcome -> outcome.at().isBefore(outcomesBefore));
        List<String> blobs = new ArrayList<>();
        tables.uploads().values().removeIf(upload -> {
            boolean old = upload.uploadedAt().isBefore(uploadsBefore);
            if (old) blobs.add(upload.blob());
            return old;
        });
        return blobs;
    }

    private void name(TicketState opened) {
        name(opened, new TicketNumber(opened.get(TicketField.NUMBER)), "number");
        opened.find(TicketField.EXTERNAL_ID).ifPresent(externalId -> name(opened, externalId, "externalId"));
    }

    private void name(TicketState opened, TicketRef name, String what) {
        if (tables.names().putIfAbsent(new Key<>(opened.tenant(), name), opened.id()) != null)
            throw ConflictException.taken(what);
    }

    private static Optional<Long> versionOf(Optional<TicketState> ticket) {
        return ticket.map(state -> state.get(TicketField.VERSION));
    }
}
