package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several strings in one: each as its length in UTF-16 units, a colon and itself, or {@code -} for one that is missing. No
 * character has to be escaped, so nothing that people write can break out of it.
 */
final class PackedWords {

    private static final char MISSING = '-';

    private PackedWords() {}

    static String pack(List<? extends @Nullable String> words) {
        StringBuilder packed = new StringBuilder();
        for (String word : words) {
            if (word == null) packed.append(MISSING);
            else packed.append(word.length()).append(':').append(word);
        }
        return packed.toString();
    }

    static List<@Nullable String> unpack(String packed) {
        List<@Nullable String> words = new ArrayList<>();
        int at = 0;
        while (at < packed.length()) {
            if (packed.charAt(at) == MISSING) {
                words.add(null);
                at++;
                continue;
            }
            int colon = packed.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(packed.substring(at, colon));
            words.add(packed.substring(colon + 1, end));
            at = end;
        }
        return words;
    }
}
