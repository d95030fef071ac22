package dev.ticketing.internal;

import dev.ticketing.DeskReads;
import dev.ticketing.FeedEntry;
import dev.ticketing.TicketEvent;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.NamedTexts;
import dev.ticketing.spi.Revision;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks the host's listeners about a change before it is committed. */
final class Listeners {

    private Listeners() {}

    static void ask(List<BiConsumer<FeedEntry, DeskReads>> listeners, Change change, DeskReads reads) {
        for (FeedEntry entry : entries(change))
            for (BiConsumer<FeedEntry, DeskReads> listener : listeners) ask(listener, entry, reads);
    }

    private static void ask(BiConsumer<FeedEntry, DeskReads> listener, FeedEntry entry, DeskReads reads) {
        try {
            listener.accept(entry, reads);
        } catch (RuntimeException refusal) {
            throw new Refusal(refusal);
        }
    }

    private static List<FeedEntry> entries(Change change) {
        Map<Long, String> words = new HashMap<>();
        Map<Long, String> authors = new HashMap<>();
        change.before().ifPresent(before -> words.putAll(words(before)));
        for (Revision revision : change.revisions()) {
            words.put(revision.text().revision(), revision.text().value());
            revision.author().ifPresent(name -> authors.put(revision.text().revision(), name));
        }
        return change.events().stream()
                .map(event -> new FeedEntry(0, event, named(event, words), author(event, authors)))
                .toList();
    }

    private static Map<Long, String> words(TicketState state) {
        Map<Long, String> words = new HashMap<>();
        for (TicketField<?> field : TicketField.all())
            if (state.orNull(field) instanceof Text text) words.put(text.revision(), text.value());
        return words;
    }

    private static Map<Long, String> named(TicketEvent event, Map<Long, String> words) {
        Map<Long, String> named = new LinkedHashMap<>();
        for (long revision : NamedTexts.of(event)) {
            String text = words.get(revision);
            if (text != null) named.put(revision, text);
        }
        return named;
    }

    private static Optional<String> author(TicketEvent event, Map<Long, String> authors) {
        return event.entry().flatMap(entry -> Optional.ofNullable(authors.get(entry.revision())));
    }

    /** Carries a listener's exception through the storage, which would take some of them for its own. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final RuntimeException reason;

        Refusal(RuntimeException reason) {
            super("a listener refused", reason, false, false);
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }
    }
}
