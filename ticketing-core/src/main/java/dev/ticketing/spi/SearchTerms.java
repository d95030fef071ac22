package dev.ticketing.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * What a searcher typed, understood. Grammar: words, all of which must be there; {@code "several words"} in this order;
 * {@code word*} for a beginning; {@code -word} for one that must not be there. Everything else separates.
 *
 * @param wanted what must be there; may be empty, then nothing is found
 * @param unwanted what must not be there
 */
public record SearchTerms(List<Term> wanted, List<Term> unwanted) {

    /** The most terms that are looked at; further ones are ignored. */
    public static final int MAX_TERMS = 16;

    /**
     * One thing to look for.
     *
     * @param words words that follow each other; at least one
     * @param prefix whether the last word is only the beginning of one
     */
    public record Term(List<String> words, boolean prefix) {

        /**
         * Looks into a text.
         *
         * @param text the text's words, as {@link Analyzer#words} gives them
         * @return whether the term is in it
         */
        public boolean isIn(List<String> text) {
            for (int start = 0; start + words.size() <= text.size(); start++) if (isAt(text, start)) return true;
            return false;
        }

        private boolean isAt(List<String> text, int start) {
            int last = words.size() - 1;
            for (int i = 0; i < last; i++) if (!words.get(i).equals(text.get(start + i))) return false;
            String found = text.get(start + last);
            return prefix ? found.startsWith(words.get(last)) : found.equals(words.get(last));
        }
    }

    /**
     * Understands what was typed.
     *
     * @param typed any text
     * @return the terms
     */
    public static SearchTerms parse(String typed) {
        List<Term> wanted = new ArrayList<>();
        List<Term> unwanted = new ArrayList<>();
        int at = 0;
        while (at < typed.length() && wanted.size() + unwanted.size() < MAX_TERMS) {
            char c = typed.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            boolean not = c == '-' && at + 1 < typed.length() && !Character.isWhitespace(typed.charAt(at + 1));
            int start = not ? at + 1 : at;
            boolean quoted = typed.charAt(start) == '"';
            int end = quoted ? quoteEnd(typed, start + 1) : wordEnd(typed, start);
            String part = typed.substring(quoted ? start + 1 : start, end);
            List<String> words = Analyzer.words(part);
            if (!words.isEmpty()) (not ? unwanted : wanted).add(new Term(words, !quoted && part.endsWith("*")));
            at = quoted ? end + 1 : end;
        }
        return new SearchTerms(List.copyOf(wanted), List.copyOf(unwanted));
    }

    /**
     * Looks into a text.
     *
     * @param text the text's words, as {@link Analyzer#words} gives them
     * @return whether all that is wanted is in it, and nothing that is not
     */
    public boolean match(List<String> text) {
        return !wanted.isEmpty()
                && wanted.stream().allMatch(term -> term.isIn(text))
                && unwanted.stream().noneMatch(term -> term.isIn(text));
    }

    private static int quoteEnd(String typed, int from) {
        int end = typed.indexOf('"', from);
        return end < 0 ? typed.length() : end;
    }

    private static int wordEnd(String typed, int from) {
        int end = from;
        while (end < typed.length()
                && !Character.isWhitespace(typed.charAt(end))
                && (typed.charAt(end) != '"' || end == from)) end++;
        return end;
    }
}
