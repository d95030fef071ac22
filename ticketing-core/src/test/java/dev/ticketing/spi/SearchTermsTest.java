package dev.ticketing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.spi.SearchTerms.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchTermsTest {

    @Test
    void wantsAllWords() {
        assertThat(SearchTerms.parse("Red  printer\tfire").wanted())
                .containsExactly(word("red"), word("printer"), word("fire"));
    }

    @Test
    void understandsPhrasesPrefixesAndUnwantedWords() {
        SearchTerms terms = SearchTerms.parse("\"red printer\" fire* -water -\"cold water\" -ic*");

        assertThat(terms.wanted())
                .containsExactly(new Term(List.of("red", "printer"), false), new Term(List.of("fire"), true));
        assertThat(terms.unwanted())
                .containsExactly(
                        word("water"), new Term(List.of("cold", "water"), false), new Term(List.of("ic"), true));
    }

    @Test
    void takesAWordThatFallsApartAsAPhrase() {
        assertThat(SearchTerms.parse("e-mail").wanted()).containsExactly(new Term(List.of("e", "mail"), false));
        assertThat(SearchTerms.parse("e-ma*").wanted()).containsExactly(new Term(List.of("e", "ma"), true));
    }

    @Test
    void ignoresWhatHasNoWord() {
        for (String typed : List.of("", " ", "\"\"", "\"", "-", "- -", "*", "!?", "-\"\"", "🔥"))
            assertThat(SearchTerms.parse(typed)).as(typed).isEqualTo(new SearchTerms(List.of(), List.of()));
    }

    @Test
    void endsAnOpenPhraseAtTheEnd() {
        assertThat(SearchTerms.parse("\"red printer").wanted())
                .containsExactly(new Term(List.of("red", "printer"), false));
        assertThat(SearchTerms.parse("near\" zzz\"").wanted()).containsExactly(word("near"), word("zzz"));
    }

    @Test
    void looksAtSixteenTermsAtMost() {
        assertThat(SearchTerms.parse("a ".repeat(40)).wanted()).hasSize(SearchTerms.MAX_TERMS);
    }

    @Test
    void matchesWordsInTheirOrder() {
        List<String> text = Analyzer.words("the red printer in the hall");

        assertThat(SearchTerms.parse("hall red").match(text)).isTrue();
        assertThat(SearchTerms.parse("\"red printer\"").match(text)).isTrue();
        assertThat(SearchTerms.parse("\"printer red\"").match(text)).isFalse();
        assertThat(SearchTerms.parse("\"the hall\"").match(text)).isTrue();
        assertThat(SearchTerms.parse("print*").match(text)).isTrue();
        assertThat(SearchTerms.parse("print").match(text)).isFalse();
        assertThat(SearchTerms.parse("red -printer").match(text)).isFalse();
        assertThat(SearchTerms.parse("red -print").match(text)).isTrue();
    }

    @Test
    void findsNothingWhenNothingIsWanted() {
        assertThat(SearchTerms.parse("-water").match(List.of("fire"))).isFalse();
        assertThat(SearchTerms.parse("").match(List.of("fire"))).isFalse();
    }

    private static Term word(String word) {
        return new Term(List.of(word), false);
    }
}
