package dev.ticketing.jdbc;

import dev.ticketing.EntryKind;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.TicketField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of one message or note; those of the opening begin with the subject. A {@code fresh} one has no row yet. */
record IndexedEntry(long seq, boolean isPublic, boolean fresh, List<String> words) {

    /** Gives the entries that a change wrote or edited. */
    static List<IndexedEntry> of(Change change) {
        List<IndexedEntry> entries = new ArrayList<>();
        change.opening()
                .ifPresent(words ->
                        entries.add(new IndexedEntry(1, true, change.before().isEmpty(), openingWords(change, words))));
        Stream.concat(change.entries().stream(), change.edits().values().stream())
                .filter(entry -> entry.seq() > 1 && entry.kind() != EntryKind.SYSTEM)
                .forEach(entry -> entries.add(new IndexedEntry(
                        entry.seq(),
                        entry.portalSeq() > 0,
                        !change.edits().containsKey(entry.id()),
                        Analyzer.words(entry.body().value()))));
        return entries;
    }

    /** Gives the words with spaces between and at both ends, so that each can be looked for with its ends. */
    String listed() {
        return " " + String.join(" ", words) + " ";
    }

    private static List<String> openingWords(Change change, String opening) {
        List<String> words = new ArrayList<>(
                Analyzer.words(change.after().get(TicketField.SUBJECT).value()));
        words.addAll(Analyzer.words(opening));
        return words;
    }
}
