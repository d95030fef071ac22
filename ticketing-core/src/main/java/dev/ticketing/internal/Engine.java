package dev.ticketing.internal;

import dev.ticketing.Agent;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.Feed;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.Ticketing;
import dev.ticketing.Work;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.Storage.Transaction;
import dev.ticketing.spi.StoredEntry;
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
        Written written = transact(stored -> new Turn<>(this, session, stored, whole).once(operation, print, decide));
        // what the host has yet to commit is told by the door that next looks into the feed
        if (!attempts.areHosts()) background.committed(session.caller().tenant());
        return written;
    }

    /** Runs work in a transaction, again if another writer was faster. */
    <T> T transact(Function<Transaction, T> work) {
        return attempts.run(work);
    }
}
