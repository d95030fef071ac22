package dev.ticketing.samples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What all turns of one benchmark gave.
 *
 * @param benchmark which operation
 * @param threads how many callers
 * @param turns of all programs, in their order
 */
record Figures(String benchmark, int threads, List<Turn> turns) {

    List<Programs> programs() {
        return turns.stream().map(Turn::program).distinct().toList();
    }

    double median(Programs program, ToDoubleFunction<Turn> figure) {
        return middle(values(program, figure));
    }

    /** The median of the ratios of turns that followed each other, and the smallest and largest. */
    double[] ratios(Programs program, Programs other, ToDoubleFunction<Turn> figure) {
        double[] above = values(program, figure);
        double[] below = values(other, figure);
        double[] ratios = new double[above.length];
        for (int i = 0; i < ratios.length; i++) ratios[i] = above[i] / below[i];
        Arrays.sort(ratios);
        return new double[] {middle(ratios), ratios[0], ratios[ratios.length - 1]};
    }

    private double[] values(Programs program, ToDoubleFunction<Turn> figure) {
        return turns.stream()
                .filter(turn -> turn.program() == program)
                .mapToDouble(figure)
                .toArray();
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
