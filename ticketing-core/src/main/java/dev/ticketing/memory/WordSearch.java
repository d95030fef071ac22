package dev.ticketing.memory;

import dev.ticketing.EntryKind;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Analyzer;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.TicketField;
import java.util.ArrayList;
import java.util.List;

/** Looks for words in one entry after the other; the subject belongs to the opening one. */
final class WordSearch {

    private final SearchTerms terms;
    private final Access access;

    WordSearch(SearchTerms terms, Access access) {
        this.terms = terms;
        this.access = access;
    }

    boolean match(TicketRow row) {
        return row.entries().stream()
                .filter(access::permits)
                .filter(entry -> entry.kind() != EntryKind.SYSTEM)
                .anyMatch(entry -> terms.match(words(row, entry)));
    }

    private static List<String> words(TicketRow row, StoredEntry entry) {
        List<String> words = new ArrayList<>();
        if (entry.equals(row.opening()))
            words.addAll(Analyzer.words(row.state().get(TicketField.SUBJECT).value()));
        words.addAll(Analyzer.words(entry.body().value()));
        return words;
    }
}
