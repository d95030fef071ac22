package dev.ticketing.contract.driver;

import dev.ticketing.contract.driver.Subject.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs programs on several storages at once. After each step all must have given their caller the same; the first storage is
 * the reference, and its answers must be those that {@link Rules} foretell. At the end everybody reads everything.
 */
public final class Driver {

    private final Map<String, Supplier<Place>> places = new LinkedHashMap<>();

    private final Map<String, Integer> tally = new TreeMap<>();

    private Driver() {}

    /** Starts with the reference. @param name what to call it @param place gives another, empty one each time @return a driver of one storage */
    public static Driver of(String name, Supplier<Place> place) {
        return new Driver().and(name, place);
    }

    /** Adds a storage. @param name what to call it @param place gives another, empty one each time @return this driver */
    public Driver and(String name, Supplier<Place> place) {
        places.put(name, place);
        return this;
    }

    /** Runs a program. @param program what to do @return the first difference, if there is one */
    public Optional<Difference> run(Program program) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        try {
            places.forEach((name, place) -> subjects.put(name, new Subject(place.get())));
            Rules rules = new Rules();
            for (int i = 0; i < program.size(); i++) {
                Optional<Difference> difference = step(i, program.steps().get(i), subjects, rules);
                if (difference.isPresent()) return difference;
            }
            return whole(program.size(), subjects);
        } finally {
            subjects.values().forEach(Subject::close);
        }
    }

    /** Runs a program and, if storages differ, a shorter one that shows it. @param program what to do @return the shortest program found and its difference */
    public Optional<Failure> tryOut(Program program) {
        Optional<Difference> first = run(program);
        if (first.isEmpty()) return Optional.empty();
        List<Step> upTo =
                program.steps().subList(0, Math.min(program.size(), first.get().at() + 1));
        Program shortest = program.with(
                Shrink.shrink(upTo, steps -> run(program.with(steps)).isPresent()));
        Difference last = run(shortest).orElse(first.get());
        return Optional.of(new Failure(shortest, last));
    }

    /** Runs programs from a seed on. @param seed of the first one @param steps of all together @param each of one */
    public void check(long seed, int steps, int each) {
        for (int done = 0; done < steps; done += each) {
            Program program = Program.random(seed + done / each, Math.min(each, steps - done));
            tryOut(program).ifPresent(failure -> {
                throw new AssertionError(failure.toString());
            });
        }
    }

    /** Counts what the reference answered. @return how often each kind of step ended in each kind of answer */
    public Map<String, Integer> tally() {
        return tally;
    }

    private Optional<Difference> step(int at, Step step, Map<String, Subject> subjects, Rules rules) {
        Optional<Observation> reference = Optional.empty();
        for (Map.Entry<String, Subject> entry : subjects.entrySet()) {
            Subject subject = entry.getValue();
            Optional<Foretold> foretold =
                    reference.isEmpty() ? Optional.of(rules.foretell(step, subject.now())) : Optional.empty();
            Observation seen = subject.run(step);
            if (foretold.isPresent()) {
                reference = Optional.of(seen);
                tally.merge(Tallies.kind(step, seen.result()), 1, Integer::sum);
                Optional<String> broken = foretold.get().brokenBy(seen.result(), subject.bindings());
                if (broken.isPresent())
                    return Optional.of(new Difference(
                            at,
                            entry.getKey(),
                            "the rules foretell " + foretold.get(),
                            broken.get() + " in " + seen.text()));
            } else if (!seen.text().equals(reference.orElseThrow().text())) {
                return Optional.of(
                        new Difference(at, entry.getKey(), reference.get().text(), seen.text()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> whole(int at, Map<String, Subject> subjects) {
        List<String> wholes = new ArrayList<>();
        for (Map.Entry<String, Subject> entry : subjects.entrySet()) {
            wholes.add(entry.getValue().whole());
            String last = wholes.get(wholes.size() - 1);
            if (!last.equals(wholes.get(0)))
                return Optional.of(new Difference(at, entry.getKey(), wholes.get(0), last));
        }
        return Optional.empty();
    }

    /**
     * A program that shows a difference.
     *
     * @param program no step of it can be left out
     * @param difference what it shows
     */
    public record Failure(Program program, Difference difference) {

        @Override
        public String toString() {
            return "seed " + program.seed() + ", " + program.size() + " steps:\n" + program + "\n" + difference;
        }
    }
}
