package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Author;
import dev.ticketing.Caller;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.Lifecycle;
import dev.ticketing.Settings;
import dev.ticketing.Status;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.Actor;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.UploadId;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Fold;
import dev.ticketing.spi.Revision;
import dev.ticketing.spi.Storage.Transaction;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one command (or several as one) comes to, step by step. Each step emits events; the state is always the fold of what
 * was there and what was emitted, so nothing can be stored that its events do not tell.
 */
final class Decision {

    private final Settings settings;
    private final Caller caller;
    private final Instant now;
    private final Transaction stored;
    private final Inputs inputs = new Inputs();
    private final Optional<TicketState> before;
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<Long, String> words = new HashMap<>();
    private final List<StoredEntry> entries = new ArrayList<>();
    private final Map<EntryId, StoredEntry> edits = new LinkedHashMap<>();
    private final List<StoredAttachment> attachments = new ArrayList<>();
    private final List<UploadId> uploads = new ArrayList<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private TicketState state;
    private long lastRevision;
    private @Nullable StoredEntry opening;

    /** Starts a decision about a new ticket. */
    Decision(Settings settings, Caller caller, Instant now, Transaction stored, TicketState empty) {
        this(settings, caller, now, stored, empty, Optional.empty());
    }

    /** Starts a decision about a ticket that is there. */
    Decision(Settings settings, Caller caller, Instant now, Transaction stored, Optional<TicketState> ticket) {
        this(settings, caller, now, stored, ticket.orElseThrow(), ticket);
    }

    private Decision(
            Settings settings,
            Caller caller,
            Instant now,
            Transaction stored,
            TicketState state,
            Optional<TicketState> before) {
        this.settings = settings;
        this.caller = caller;
        this.now = now;
        this.stored = stored;
        this.state = state;
        this.before = before;
        this.lastRevision = state.number(TicketField.REVISIONS);
    }

    Settings settings() {
        return settings;
    }

    Caller caller() {
        return caller;
    }

    Instant now() {
        return now;
    }

    Inputs inputs() {
        return inputs;
    }

    TicketState state() {
        return state;
    }

    Transaction stored() {
        return stored;
    }

    Lifecycle lifecycle() {
        return settings.lifecycle();
    }

    Status status() {
        return lifecycle().get(state.get(TicketField.STATUS));
    }

    /** Gives the opening message; it is read when somebody wants it, since most commands have no use for it. */
    StoredEntry opening() {
        if (opening == null)
            opening = stored.ticket(Access.of(caller).acrossDepartments(), state.id(), ThreadQuery.none())
                    .orElseThrow(NotFoundException::ticket)
                    .opening();
        return opening;
    }

    /** Gives the new entries, the engine's own included. */
    List<StoredEntry> entries() {
        return List.copyOf(entries);
    }

    /** Finds an entry as this decision leaves it so far. */
    Optional<StoredEntry> entry(EntryId id) {
        StoredEntry edited = edits.get(id);
        if (edited != null) return Optional.of(edited);
        for (StoredEntry entry : entries) if (entry.id().equals(id)) return Optional.of(entry);
        return stored.entry(Access.of(caller), state.id(), id);
    }

    /** Gives words a revision of their own. */
    Text revision(String text, Optional<String> author) {
        Text revision = new Text(++lastRevision, text);
        revisions.add(new Revision(revision, author));
        words.put(revision.revision(), text);
        return revision;
    }

    /** Takes an upload into the change, which uses it up. */
    void use(UploadId upload) {
        uploads.add(upload);
    }

    /** Says whether an earlier step used an upload up. */
    boolean uses(UploadId upload) {
        return uploads.contains(upload);
    }

    Changes changes() {
        return new Changes(this);
    }

    /** Emits an event for changed fields; without a change there is no event. */
    void emit(TicketEvent.Kind kind, Audience audience, Changes changes) {
        if (!changes.isEmpty()) emit(kind, audience, changes, Optional.empty(), List.of());
    }

    /** Emits an event for files on the ticket itself. */
    void attach(List<StoredAttachment> files) {
        if (files.isEmpty()) return;
        attachments.addAll(files);
        emit(TicketEvent.Kind.ATTACHED, Audience.PORTAL, changes(), Optional.empty(), files);
    }

    /** Adds an entry and emits its event, which carries the changes that come with it. */
    void add(TicketEvent.Kind event, EntryKind kind, Author author, NewText text, Changes changes) {
        boolean internal = kind == EntryKind.NOTE;
        Text body = revision(text.words(), author.name());
        long seq = state.number(TicketField.SEQ) + 1;
        long portalSeq = internal ? 0 : state.number(TicketField.PORTAL_SEQ) + 1;
        EntryId id = new EntryId("tmsg_" + settings.ids().ulid(now));
        List<StoredAttachment> files =
                text.files().stream().map(file -> Files.onEntry(file, seq)).toList();
        StoredEntry entry = new StoredEntry(id, seq, portalSeq, kind, author, now, body, text.encrypted(), files);
        entries.add(entry);
        attachments.addAll(files);
        if (seq == 1) opening = entry;
        emit(event, internal ? Audience.DESK : Audience.PORTAL, changes, Optional.of(fact(entry)), files);
    }

    /** Gives an entry another body and emits that. */
    void edit(StoredEntry entry, String text) {
        Text body = revision(text, entry.author().name());
        StoredEntry edited = entry.withBody(body);
        edits.put(entry.id(), edited);
        if (entry.seq() == 1) opening = edited;
        Audience audience = entry.portalSeq() == 0 ? Audience.DESK : Audience.PORTAL;
        emit(TicketEvent.Kind.EDITED, audience, changes(), Optional.of(fact(edited)), List.of());
    }

    /** Gives the change to write, or nothing if everything was as it was wanted. */
    Optional<Change> change() {
        if (events.isEmpty()) return Optional.empty();
        return Optional.of(new Change(
                before,
                state,
                List.copyOf(revisions),
                List.copyOf(entries),
                new LinkedHashMap<>(edits),
                List.copyOf(attachments),
                List.copyOf(uploads),
                List.copyOf(events),
                hasNewOpeningWords() ? Optional.of(opening().body().value()) : Optional.empty()));
    }

    private boolean hasNewOpeningWords() {
        return before.isEmpty()
                || !before.get().find(TicketField.SUBJECT).equals(state.find(TicketField.SUBJECT))
                || edits.values().stream().anyMatch(entry -> entry.seq() == 1);
    }

    private void emit(
            TicketEvent.Kind kind,
            Audience audience,
            Changes changes,
            Optional<EntryFact> entry,
            List<StoredAttachment> files) {
        long portalVersion = audience == Audience.PORTAL ? state.number(TicketField.PORTAL_VERSION) + 1 : 0;
        TicketEvent event = new TicketEvent(
                "evt_" + settings.ids().ulid(now),
                state.tenant(),
                state.id(),
                state.number(TicketField.VERSION) + 1,
                portalVersion,
                kind,
                audience,
                actor(caller.author()),
                caller.origin(),
                caller.correlationId(),
                caller.onBehalfOf(),
                now,
                changes.list(),
                entry,
                files.stream().map(StoredAttachment::id).toList());
        TicketState previous = state;
        events.add(event);
        state = Fold.apply(state, event, revision -> Objects.requireNonNull(words.get(revision)));
        if (kind != TicketEvent.Kind.OPENED) Recorder.record(this, previous, changes);
    }

    private static EntryFact fact(StoredEntry entry) {
        return new EntryFact(
                entry.id(),
                entry.seq(),
                entry.portalSeq(),
                entry.kind(),
                actor(entry.author()),
                entry.body().revision(),
                entry.body().value().getBytes(StandardCharsets.UTF_8).length,
                entry.encrypted());
    }

    private static Actor actor(Author author) {
        return new Actor(author.id(), author.kind());
    }

    /** What a new entry says. */
    record NewText(String words, List<StoredAttachment> files, boolean encrypted) {}
}
