package dev.ticketing.spi;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns text into the words that searches compare, the same for every storage: compatibility-folded, without accents, in lower
 * case, split at everything that is no letter or digit. No stop words, no stemming. Each ideograph and kana is a word of its
 * own. Words of more than {@value #MAX_WORD} characters are cut.
 */
public final class Analyzer {

    private static final int MAX_WORD = 64;

    private Analyzer() {}

    /**
     * Splits a text.
     *
     * @param text what somebody wrote
     * @return its words in order, repetitions included; each consists of lower-case letters and digits only
     */
    public static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(c -> {
            if (isMark(c)) return;
            if (!Character.isLetterOrDigit(c)) {
                flush(word, words);
            } else if (standsAlone(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.isEmpty()) return;
        int end = Math.min(word.length(), MAX_WORD);
        if (Character.isHighSurrogate(word.charAt(end - 1))) end--;
        words.add(word.substring(0, end));
        word.setLength(0);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return Character.isIdeographic(c)
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}
