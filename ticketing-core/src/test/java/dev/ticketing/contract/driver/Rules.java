package dev.ticketing.contract.driver;

import dev.ticketing.IdempotencyKey;
import dev.ticketing.Priority;
import dev.ticketing.contract.driver.Step.Act;
import dev.ticketing.contract.driver.Step.Deed;
import dev.ticketing.contract.driver.Step.Filing;
import dev.ticketing.contract.driver.Step.Note;
import dev.ticketing.contract.driver.Step.Open;
import dev.ticketing.contract.driver.Step.Read;
import dev.ticketing.contract.driver.Step.Reply;
import dev.ticketing.contract.driver.Step.Sweep;
import dev.ticketing.contract.driver.Step.Under;
import dev.ticketing.contract.driver.Step.Upload;
import dev.ticketing.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small model of the rules, a few maps and no engine: who may see what, what is refused, where versions, places and statuses
 * go, and what a key comes to. It foretells the answers that the engine must give.
 */
final class Rules {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration CRITICAL_EVERY = Duration.ofHours(1);

    private final Shelf shelf = new Shelf();
    private final Registry registry = new Registry();
    private final Map<List<Object>, Kept> outcomes = new HashMap<>();
    private final Map<List<Object>, Instant> critical = new HashMap<>();

    /** What a key came to: about a ticket and perhaps one entry of it, or about an upload. */
    private record Kept(Object request, Optional<Case> ticket, int entry, Optional<Shelf.Waiting> upload, Instant at) {}

    Foretold foretell(Step step, Instant now) {
        if (step instanceof Open open)
            return once(open.by(), "open", open.under(), filed(open), now, () -> open(open, now));
        if (step instanceof Act act) {
            List<Object> request = List.of(registry.ref(act.ticket()), act.deeds());
            return once(act.by(), "apply", act.under(), request, now, () -> act(act, now));
        }
        if (step instanceof Upload upload) return upload(upload, now);
        if (step instanceof Read read) return registry.read(read);
        if (step instanceof Sweep) {
            shelf.sweep(now);
            outcomes.values().removeIf(kept -> kept.at().isBefore(now.minus(DAY)));
        }
        return Foretold.facts(Map.of());
    }

    /** What a step came to, and what is to be kept of it under a key. */
    private record Done(Foretold foretold, Optional<Case> ticket, int entry) {

        static Done refused(ErrorCode... codes) {
            return new Done(Foretold.refused(codes), Optional.empty(), 0);
        }
    }

    private interface Doing {
        Done run();
    }

    private Foretold once(Who by, String operation, Under under, Object request, Instant now, Doing doing) {
        if (under.key().isEmpty()) return doing.run().foretold();
        IdempotencyKey key = under.key().get();
        List<Object> place = List.of(by, key.operation().orElse(operation), key.value());
        Object print = key.fingerprint().<Object>map(hash -> hash).orElse(request);
        Kept kept = outcomes.get(place);
        if (kept != null) {
            if (!kept.request().equals(print) || kept.ticket().isEmpty())
                return Foretold.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            Case ticket = registry.now(kept.ticket().get());
            if (!ticket.isVisibleTo(by)) return Foretold.refused(ErrorCode.TICKET_NOT_FOUND);
            return rendered(shown(ticket, kept.entry(), by), true);
        }
        Done done = doing.run();
        if (done.ticket().isEmpty()) return done.foretold();
        outcomes.put(place, new Kept(print, done.ticket(), done.entry(), Optional.empty(), now));
        return rendered(done.foretold(), false);
    }

    private static Foretold rendered(Foretold foretold, boolean replayed) {
        Map<String, Object> facts = new HashMap<>(foretold.facts());
        facts.put("replayed", replayed);
        return Foretold.facts(facts);
    }

    private static Foretold shown(Case ticket, int entry, Who by) {
        return Foretold.facts(
                entry > 0 ? Facts.of(ticket.entries.get(entry - 1), by.isStaff()) : Facts.of(ticket, by.isStaff()));
    }

    private static List<Object> filed(Open open) {
        Filing f = open.filing();
        Set<String> tags = new LinkedHashSet<>(f.tags());
        return List.of(open.customer().requester().id(), f, tags);
    }

    private Done open(Open open, Instant now) {
        Filing filing = open.filing();
        Optional<Set<Shelf.Waiting>> files = shelf.wanted(
                open.by(),
                Optional.empty(),
                filing.say().uploads(),
                filing.say().outside(),
                false,
                Set.of(),
                now);
        boolean rushed = filing.priority() == Priority.CRITICAL && !open.by().isStaff();
        if (files.isEmpty() || !Openings.isGood(filing, rushed)) return Done.refused(ErrorCode.INVALID_INPUT);
        List<Object> claim =
                List.of(open.by().caller().tenant(), open.customer().requester().account());
        if (rushed
                && critical.containsKey(claim)
                && critical.get(claim).plus(CRITICAL_EVERY).isAfter(now))
            return Done.refused(ErrorCode.CRITICAL_LIMITED);
        if (registry.isExternalTaken(open.by().caller().tenant(), filing.externalId()))
            return Done.refused(ErrorCode.ALREADY_TAKEN);
        if (rushed) critical.put(claim, now);
        shelf.take(files.get());
        Case ticket = Openings.open(open, now);
        registry.add(open.ticket(), ticket);
        return new Done(Foretold.facts(Facts.of(ticket, open.by().isStaff())), Optional.of(ticket), 0);
    }

    private Done act(Act act, Instant now) {
        Optional<Case> found = registry.find(act.by(), act.ticket());
        if (found.isEmpty()) return Done.refused(ErrorCode.TICKET_NOT_FOUND);
        Under under = act.under();
        if (under.version().orElse(0) != 0 || under.portalVersion().orElse(0) != 0)
            return Done.refused(ErrorCode.STALE_VERSION);
        if (under.seen().orElse(0) > 0) return Done.refused(ErrorCode.UNSEEN_ENTRIES);
        Case ticket = found.get().copy();
        Deeds deeds = new Deeds(ticket, act.by(), shelf, now);
        for (int i = 0; i < act.deeds().size(); i++) {
            Optional<ErrorCode> refusal = deeds.apply(act.deeds().get(i));
            if (refusal.isEmpty()) continue;
            boolean more = refusal.get() == ErrorCode.INVALID_INPUT
                    && i + 1 < act.deeds().size();
            return more ? anyRefusal() : Done.refused(refusal.get());
        }
        registry.replace(ticket);
        shelf.take(deeds.used());
        Deed only = act.deeds().get(0);
        boolean message = act.deeds().size() == 1 && (only instanceof Reply || only instanceof Note);
        int entry = message ? ticket.entries.size() : 0;
        return new Done(shown(ticket, entry, act.by()), Optional.of(ticket), entry);
    }

    /** All broken rules are told together, unless something later is refused outright. */
    private static Done anyRefusal() {
        return Done.refused(
                ErrorCode.INVALID_INPUT,
                ErrorCode.FORBIDDEN,
                ErrorCode.TICKET_CLOSED,
                ErrorCode.TRANSITION_REFUSED,
                ErrorCode.ALREADY_TAKEN);
    }

    private Foretold upload(Upload upload, Instant now) {
        Optional<Case> ticket = upload.pinned().flatMap(name -> registry.find(upload.by(), name));
        if (upload.pinned().isPresent() && ticket.isEmpty()) return Foretold.refused(ErrorCode.TICKET_NOT_FOUND);
        Optional<IdempotencyKey> key = upload.under().key();
        List<Object> place = List.of(
                upload.by(),
                key.flatMap(IdempotencyKey::operation).orElse("upload"),
                key.map(IdempotencyKey::value).orElse(""));
        List<Object> request = List.of(upload.bytes(), ticket.map(it -> it.ordinal));
        Kept kept = key.isPresent() ? outcomes.get(place) : null;
        if (kept != null) {
            if (kept.upload().isEmpty()) return Foretold.refused(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            // whether two file names are the same name is the engine's to say
            return Foretold.unknown();
        }
        Shelf.Waiting waiting = shelf.put(upload.upload(), upload.by(), ticket, upload.bytes(), now);
        if (key.isPresent()) outcomes.put(place, new Kept(request, Optional.empty(), 0, Optional.of(waiting), now));
        return Foretold.facts(Map.of());
    }
}
