package dev.ticketing.jdbc;

import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.SearchTerms.Term;

/**
 * What to search for, as conditions on a row of {@code words} that stand between spaces: what {@link MatchExpression} says to an
 * index. Words consist of letters and digits, so one with a space on both sides is a whole word, and several are a phrase.
 */
final class WordScan {

    private WordScan() {}

    static Where of(SearchTerms terms) {
        Where where = new Where();
        for (Term term : terms.wanted()) where.and("instr(words, ?) > 0", between(term));
        for (Term term : terms.unwanted()) where.and("instr(words, ?) = 0", between(term));
        return where;
    }

    private static String between(Term term) {
        return " " + String.join(" ", term.words()) + (term.prefix() ? "" : " ");
    }
}
