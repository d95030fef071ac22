package dev.ticketing.samples.benchmarks;

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
        return Spread.of(rounds(program, figure)).median();
    }

    /** Of turns that followed each other. */
    Spread ratios(Programs program, Programs other, ToDoubleFunction<Turn> figure) {
        return Spread.ofRatios(rounds(program, figure), rounds(other, figure));
    }

    /** Round by round; nothing if the program was not asked. */
    double[] rounds(Programs program, ToDoubleFunction<Turn> figure) {
        return turns.stream()
                .filter(turn -> turn.program() == program)
                .mapToDouble(figure)
                .toArray();
    }
}
