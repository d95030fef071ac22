package dev.ticketing.samples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Texts as people write them: few words often, many words rarely. The same seed gives the same text. Thread-safe. */
final class Zipf {

    /** How many words a message has; together about 280 bytes. */
    static final int WORDS = 40;

    private static final int VOCABULARY = 5_000;
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int MIN_SYLLABLES = 2;
    private static final int MAX_SYLLABLES = 4;

    private final List<String> words = vocabulary();
    private final double[] upTo = new double[VOCABULARY];

    Zipf() {
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    String message(SplittableRandom random) {
        return text(random, WORDS);
    }

    String text(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder(length * 8);
        for (int i = 0; i < length; i++) {
            if (i > 0) text.append(' ');
            text.append(words.get(rank(random.nextDouble() * upTo[VOCABULARY - 1])));
        }
        return text.toString();
    }

    /** The word that is found in about this share of all messages. */
    String wordIn(double share) {
        double chance = 1 - Math.pow(1 - share, 1.0 / WORDS);
        int rank = (int) Math.round(1 / (chance * upTo[VOCABULARY - 1]));
        return words.get(Math.min(rank, VOCABULARY) - 1);
    }

    private int rank(double place) {
        int low = 0;
        int high = VOCABULARY - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static List<String> vocabulary() {
        SplittableRandom random = new SplittableRandom(7);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < VOCABULARY) {
            StringBuilder word = new StringBuilder();
            int syllables = random.nextInt(MIN_SYLLABLES, MAX_SYLLABLES + 1);
            for (int i = 0; i < syllables; i++) {
                word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
                word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            }
            words.add(word.toString());
        }
        return new ArrayList<>(words);
    }
}
