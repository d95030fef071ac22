package dev.ticketing.samples.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the rounds gave for one figure.
 *
 * @param median the middle one, or between the two in the middle
 * @param smallest of all rounds
 * @param largest of all rounds
 */
record Spread(double median, double smallest, double largest) {

    static Spread of(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return new Spread(
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2,
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /** Of the ratios within each round. */
    static Spread ofRatios(double[] above, double[] below) {
        double[] ratios = new double[above.length];
        for (int i = 0; i < ratios.length; i++) ratios[i] = above[i] / below[i];
        return of(ratios);
    }

    /** Of the differences within each round. */
    static Spread ofDifferences(double[] of, double[] less) {
        double[] differences = new double[of.length];
        for (int i = 0; i < differences.length; i++) differences[i] = of[i] - less[i];
        return of(differences);
    }

    /** For a table in Markdown, as a result. */
    String inBold() {
        return String.format(Locale.ROOT, "**%.2f** (%.2f to %.2f)", median, smallest, largest);
    }

    /** For a table in Markdown, as one of the figures that a result comes from. */
    String plain() {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", median, smallest, largest);
    }
}
