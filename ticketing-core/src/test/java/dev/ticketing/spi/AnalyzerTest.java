package dev.ticketing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnalyzerTest {

    @Test
    void splitsAtEverythingThatIsNoLetterOrDigit() {
        assertThat(Analyzer.words("Refund for order #4711: e-mail_me, a.b/c"))
                .containsExactly("refund", "for", "order", "4711", "e", "mail", "me", "a", "b", "c");
        assertThat(Analyzer.words(" \n\t!?… 🔥 ")).isEmpty();
    }

    @Test
    void keepsOrderAndRepetitions() {
        assertThat(Analyzer.words("to be or not to be")).containsExactly("to", "be", "or", "not", "to", "be");
    }

    @Test
    void foldsCaseAccentsAndCompatibilityForms() {
        assertThat(Analyzer.words("ÜBER naïve ﬁne ＦＵＬＬ e\u0301 ²"))
                .containsExactly("uber", "naive", "fine", "full", "e", "2");
    }

    @Test
    void foldsTheSameInEveryLanguageOfTheMachine() {
        assertThat(Analyzer.words("TITLE İstanbul")).containsExactly("title", "istanbul");
    }

    @Test
    void makesEachIdeographAndKanaAWord() {
        assertThat(Analyzer.words("日本語abc")).containsExactly("日", "本", "語", "abc");
        assertThat(Analyzer.words("カナ")).containsExactly("カ", "ナ");
        assertThat(Analyzer.words("𠮷野家")).containsExactly("𠮷", "野", "家");
    }

    @Test
    void cutsLongWordsWithoutHalvingACharacter() {
        assertThat(Analyzer.words("x".repeat(100))).containsExactly("x".repeat(64));
        String gothic = "\ud800\udf30"; // a letter of two UTF-16 characters
        assertThat(Analyzer.words("x" + gothic.repeat(40))).containsExactly("x" + gothic.repeat(31));
    }

    @Test
    void givesWordsThatAreTheirOwnWords() {
        for (String word : Analyzer.words("Straße ẞ ŉ ǆ Ⅷ ½ ﷺ ß ϓ İ ſ K Å Ω ﬃ"))
            assertThat(Analyzer.words(word)).as(word).containsExactly(word);
    }
}
