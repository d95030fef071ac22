package dev.ticketing.contract.driver;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a driver runs.
 *
 * @param seed where it came from
 * @param steps in their order
 */
public record Program(long seed, List<Step> steps) {

    /** Writes a program. @param seed what decides @param steps how many @return always the same one for a seed */
    public static Program random(long seed, int steps) {
        return new Program(seed, new Author(seed).write(steps));
    }

    /** Counts. @return how many steps it has */
    public int size() {
        return steps.size();
    }

    Program with(List<Step> other) {
        return new Program(seed, List.copyOf(other));
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(step -> "  " + Texts.shown(step).replace("Optional.empty", "-"))
                .collect(Collectors.joining("\n"));
    }
}
