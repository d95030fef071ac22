package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.CountRow;
import dev.ticketing.spi.Fold;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What {@link dev.ticketing.Ticketing#doctor} looks at: the storage's own findings, and what only the engine can tell. */
final class Checkup {

    /** Enough to see a rule that writes wrongly, and soon done. */
    private static final int FOLDED = 100;

    private static final int HISTORY = 1_000;

    private final Storage storage;
    private final Settings settings;
    private final Access everything;

    Checkup(Storage storage, Settings settings, TenantId tenant) {
        this.storage = storage;
        this.settings = settings;
        this.everything = new Access(tenant, Optional.empty(), Set.of(), Audience.DESK);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(storage.examine());
        findings.addAll(storage.together(this::unknownWords));
        findings.addAll(storage.together(this::unlikeTheirEvents));
        return findings;
    }

    /** A host that drops a status, department or category from its settings while tickets have it. */
    private List<Finding> unknownWords(Reads reads) {
        Set<String> statuses = new TreeSet<>();
        Set<String> categories = new TreeSet<>();
        for (CountRow row : reads.counts(everything)) {
            if (settings.lifecycle().find(row.status()).isEmpty())
                statuses.add(row.status().value());
            if (!settings.categories().contains(row.category())) categories.add(row.category());
        }
        List<Finding> findings = new ArrayList<>();
        if (!statuses.isEmpty())
            findings.add(Finding.error(
                    "statuses", "Tickets have statuses that the lifecycle does not know: " + statuses + ". Add them."));
        if (!categories.isEmpty())
            findings.add(Finding.warning(
                    "categories", "Tickets have categories that the settings do not know: " + categories + "."));
        return findings;
    }

    /** The newest tickets must be what folding their events gives; the words themselves stand in rows of their own. */
    private List<Finding> unlikeTheirEvents(Reads reads) {
        TicketQuery newest = TicketQuery.all().limit(Math.min(FOLDED, TicketQuery.MAX_LIMIT));
        List<String> wrong = new ArrayList<>();
        for (TicketState stored : reads.page(everything, newest).items())
            if (!alike(stored, folded(reads, stored))) wrong.add(stored.id().value());
        if (wrong.isEmpty()) return List.of();
        return List.of(Finding.error(
                "fold", "Tickets are not what their events tell: " + wrong + ". Something else wrote to the tables."));
    }

    private TicketState folded(Reads reads, TicketState stored) {
        TicketState state = TicketState.empty(stored.tenant(), stored.id());
        while (true) {
            List<TicketEvent> events = reads.history(
                            everything, stored.id(), state.number(TicketField.VERSION), HISTORY)
                    .orElse(List.of());
            for (TicketEvent event : events) state = Fold.apply(state, event, revision -> "");
            if (events.size() < HISTORY) return state;
        }
    }

    private static boolean alike(TicketState stored, TicketState folded) {
        return TicketField.all().stream()
                .allMatch(field -> stored.encoded(field).equals(folded.encoded(field)));
    }
}
