package dev.ticketing.internal;

import dev.ticketing.EntryId;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.Storage.Transaction;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A command's turn inside its transaction: it is decided and written, or it was before and is answered as it was then.
 *
 * @param whole whether the ticket is wanted with its opening message
 * @param <R> what an answer of this side reads
 */
record Turn<R>(Engine engine, Session<R> session, Transaction stored, boolean whole) {

    private static final byte[] NO_ANSWER = new byte[0];

    Written once(String operation, Supplier<String> print, Function<Transaction, Decision> decide) {
        if (session.key().isEmpty()) return written(decide.apply(stored));
        IdempotencyKey key = session.key().get();
        Outcome.Key kept = session.keptUnder(key, operation);
        String fingerprint = key.fingerprint().orElseGet(print);
        Optional<Outcome> outcome = stored.outcome(kept);
        if (outcome.isPresent()) return replayed(outcome.get(), fingerprint);
        Written written = written(decide.apply(stored));
        stored.keep(new Outcome(
                kept,
                fingerprint,
                written.state().id().value(),
                written.entries().stream().map(StoredEntry::id).toList(),
                written.answer(),
                engine.now()));
        return written;
    }

    private Written written(Decision decision) {
        Optional<StoredEntry> opening = whole ? Optional.of(decision.opening()) : Optional.empty();
        decision.change().ifPresent(this::apply);
        List<StoredEntry> entries = decision.entries();
        List<EntryId> ids = entries.stream().map(StoredEntry::id).toList();
        byte[] answer = session.answer()
                .map(wanted -> wanted.render(
                        decision.state().id(),
                        ids,
                        session.view().apply(viewing(session.access().acrossDepartments()))))
                .orElse(NO_ANSWER);
        return new Written(decision.state(), opening, entries, answer);
    }

    private void apply(Change change) {
        stored.apply(change);
        if (engine.settings().beforeCommit().isEmpty()) return;
        Access everything = TenantFeed.everything(session.caller().tenant());
        Listeners.ask(engine.settings().beforeCommit(), change, new DeskView(viewing(everything)));
    }

    /** Authority is checked when the act happens: a caller who lost sight of the ticket gets nothing back. */
    private Written replayed(Outcome outcome, String fingerprint) {
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

    /** What a command sees of itself before it is committed. */
    private Viewing viewing(Access access) {
        String reader = session.caller().author().id();
        return new Viewing(engine.settings(), stored, engine.blobs(), access, reader, (feedOf, position, limit) -> {
            throw new IllegalStateException("The feed shows what is committed, so a command cannot read it.");
        });
    }
}
