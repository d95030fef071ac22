package dev.ticketing.internal;

import dev.ticketing.Agent;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.EntryId;
import dev.ticketing.Feed;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.Ticketing;
import dev.ticketing.Work;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.Storage.Transaction;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs commands: one transaction each, decided on what that transaction reads, tried again when another writer was faster.
 * Thread-safe; keeps no state of its own.
 */
public final class Engine implements Ticketing {

    private static final byte[] NO_ANSWER = new byte[0];

    private final Storage storage;
    private final Attempts attempts;
    private final Settings settings;
    private final BlobStore blobs;
    private final Background background;
    private final Optional<Ticketing> own;

    /**
     * Puts the engine over a storage.
     *
     * @param storage where tickets live
     * @param settings what the host decided
     */
    public Engine(Storage storage, Settings settings) {
        this(storage, settings, Optional.empty());
    }

    /**
     * Puts the engine over a storage that writes into a host's transaction.
     *
     * @param storage where tickets live
     * @param own the door over the same tickets whose transactions are its own
     */
    public Engine(Storage storage, Ticketing own) {
        this(storage, own.settings(), Optional.of(own));
    }

    private Engine(Storage storage, Settings settings, Optional<Ticketing> own) {
        this.storage = storage;
        this.attempts = new Attempts(storage);
        this.settings = settings;
        this.blobs = settings.blobs().orElseGet(storage::blobs);
        this.own = own;
        this.background = new Background(storage, settings, this::sweepContents);
        if (own.isEmpty()) background.begin();
    }

    @Override
    public Portal portal(Requester requester) {
        Objects.requireNonNull(requester, "requester == null");
        Session<PortalReads> session = Session.of(requester, PortalView::new);
        return new EnginePortal(this, requester, session);
    }

    @Override
    public Desk desk(Agent agent) {
        Objects.requireNonNull(agent, "agent == null");
        return new EngineDesk(this, Session.of(agent, DeskView::new));
    }

    @Override
    public Ticketing tenant(TenantId tenant) {
        return new TenantDoor(this, Objects.requireNonNull(tenant, "tenant == null"));
    }

    @Override
    public Feed feed() {
        return feed(TenantId.DEFAULT);
    }

    Feed feed(TenantId tenant) {
        return own.map(door -> door.tenant(tenant).feed())
                .orElseGet(() -> new TenantFeed(background.sequencing(), tenant));
    }

    @Override
    public Work work() {
        return work(Optional.empty());
    }

    Work work(Optional<TenantId> tenant) {
        return own.map(door -> tenant.map(door::tenant).orElse(door).work())
                .orElseGet(() -> new EngineWork(background, settings.subscriptions(), tenant));
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void sweep() {
        sweepContents();
    }

    private long sweepContents() {
        Instant now = now();
        List<String> orphans = transact(stored -> stored.sweep(
                now.minus(settings.limits().uploadLifetime()),
                now.minus(settings.limits().outcomesKept())));
        orphans.forEach(blobs::delete);
        return orphans.size();
    }

    @Override
    public Diagnosis doctor() {
        return doctor(TenantId.DEFAULT);
    }

    Diagnosis doctor(TenantId tenant) {
        return new Diagnosis(new Checkup(storage, settings, tenant).findings());
    }

    Storage storage() {
        return storage;
    }

    BlobStore blobs() {
        return blobs;
    }

    /** Times are whole milliseconds everywhere, so that every storage gives back what it got. */
    Instant now() {
        return Instant.ofEpochMilli(settings.clock().millis());
    }

    Viewing viewing(Session<?> session) {
        String reader = session.caller().author().id();
        return new Viewing(
                settings,
                storage,
                blobs,
                session.access(),
                reader,
                (access, position, limit) -> own.map(
                                door -> door.desk((Agent) session.caller()).changes(position, limit))
                        .orElseGet(() -> background.sequencing().after(access, position, limit)));
    }

    /** What a command sees of itself before it is committed. */
    private Viewing viewing(Session<?> session, Reads reads, Access access) {
        String reader = session.caller().author().id();
        return new Viewing(settings, reads, blobs, access, reader, (feedOf, position, limit) -> {
            throw new IllegalStateException("The feed shows what is committed, so a command cannot read it.");
        });
    }

    Written open(Session<?> session, Requester customer, TicketDraft draft) {
        Objects.requireNonNull(customer, "customer == null");
        Objects.requireNonNull(draft, "draft == null");
        Supplier<String> print = () -> Fingerprint.of("open", customer.id(), draft);
        return write(session, "open", print, true, stored -> {
            Instant now = now();
            TicketId id = new TicketId("tkt_" + settings.ids().ulid(now));
            TicketState empty = TicketState.empty(session.caller().tenant(), id);
            Decision decision = new Decision(settings, session.caller(), now, stored, empty);
            Opening.open(decision, customer, draft);
            return decision;
        });
    }

    /** Applies a command that says something, and gives what it said. */
    StoredEntry say(Session<?> session, TicketRef ref, Command command) {
        return apply(session, ref, false, command).entries().get(0);
    }

    Written apply(Session<?> session, TicketRef ref, Command... commands) {
        return apply(session, ref, true, commands);
    }

    private Written apply(Session<?> session, TicketRef ref, boolean whole, Command... commands) {
        Objects.requireNonNull(ref, "ticket == null");
        for (Command command : commands) Objects.requireNonNull(command, "command == null");
        Supplier<String> print = () -> Fingerprint.of("apply", ref, Arrays.asList(commands));
        return write(session, "apply", print, whole, stored -> {
            Access access = session.access();
            Optional<TicketState> ticket = stored.lock(access, ref);
            TicketState state = ticket.orElseThrow(NotFoundException::ticket);
            Conditions.check(access, session.conditions(), List.of(commands), state, stored);
            Decision decision = new Decision(settings, session.caller(), now(), stored, ticket);
            for (Command command : commands) Commands.decide(decision, command);
            decision.inputs().refuseIfBroken();
            return decision;
        });
    }

    private <R> Written write(
            Session<R> session,
            String operation,
            Supplier<String> print,
            boolean whole,
            Function<Transaction, Decision> decide) {
        Written written = transact(stored -> once(session, operation, print, whole, decide, stored));
        // what the host has yet to commit is told by the door that next looks into the feed
        if (!attempts.areHosts()) background.committed(session.caller().tenant());
        return written;
    }

    /** Runs work in a transaction, again if another writer was faster. */
    <T> T transact(Function<Transaction, T> work) {
        return attempts.run(work);
    }

    private <R> Written once(
            Session<R> session,
            String operation,
            Supplier<String> print,
            boolean whole,
            Function<Transaction, Decision> decide,
            Transaction stored) {
        if (session.key().isEmpty()) return written(session, decide.apply(stored), whole, stored);
        IdempotencyKey key = session.key().get();
        Outcome.Key kept = session.keptUnder(key, operation);
        String fingerprint = key.fingerprint().orElseGet(print);
        Optional<Outcome> outcome = stored.outcome(kept);
        if (outcome.isPresent()) return replayed(session, outcome.get(), fingerprint, stored);
        Written written = written(session, decide.apply(stored), whole, stored);
        stored.keep(new Outcome(
                kept,
                fingerprint,
                written.state().id().value(),
                written.entries().stream().map(StoredEntry::id).toList(),
                written.answer(),
                now()));
        return written;
    }

    private <R> Written written(Session<R> session, Decision decision, boolean whole, Transaction stored) {
        Optional<StoredEntry> opening = whole ? Optional.of(decision.opening()) : Optional.empty();
        decision.change().ifPresent(change -> apply(session, change, stored));
        List<StoredEntry> entries = decision.entries();
        List<EntryId> ids = entries.stream().map(StoredEntry::id).toList();
        byte[] answer = session.answer()
                .map(wanted -> wanted.render(
                        decision.state().id(),
                        ids,
                        session.view()
                                .apply(viewing(session, stored, session.access().acrossDepartments()))))
                .orElse(NO_ANSWER);
        return new Written(decision.state(), opening, entries, answer);
    }

    private void apply(Session<?> session, Change change, Transaction stored) {
        stored.apply(change);
        if (settings.beforeCommit().isEmpty()) return;
        Access everything = TenantFeed.everything(session.caller().tenant());
        Listeners.ask(settings.beforeCommit(), change, new DeskView(viewing(session, stored, everything)));
    }

    /** Authority is checked when the act happens: a caller who lost sight of the ticket gets nothing back. */
    private <R> Written replayed(Session<R> session, Outcome outcome, String fingerprint, Transaction stored) {
        if (!outcome.fingerprint().equals(fingerprint)) throw ConflictException.keyReused();
        Access access = session.access();
        TicketId id = new TicketId(outcome.about());
        StoredTicket ticket = stored.ticket(access, id, ThreadQuery.none()).orElseThrow(NotFoundException::ticket);
        List<StoredEntry> entries = outcome.entries().stream()
                .flatMap(entry -> stored.entry(access, id, entry).stream())
                .toList();
        session.answer().ifPresent(wanted -> wanted.replay(outcome.answer()));
        return new Written(ticket.state(), Optional.of(ticket.opening()), entries, outcome.answer());
    }

    /** What a command left behind. */
    @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
    record Written(TicketState state, Optional<StoredEntry> opening, List<StoredEntry> entries, byte[] answer) {

        /** Gives the ticket with its opening message. */
        StoredTicket ticket() {
            return new StoredTicket(state, opening.orElseThrow(), List.of(), false, List.of());
        }
    }
}
