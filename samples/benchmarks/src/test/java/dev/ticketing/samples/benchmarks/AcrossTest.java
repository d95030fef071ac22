package dev.ticketing.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** What is told of figures that stand in different rows. */
class AcrossTest {

    @Test
    void tellsNothingThatTheRunDoesNotHave() {
        assertThat(Across.table(List.of())).isEmpty();
        assertThat(Across.table(List.of(
                        figures("create", 8, p50(Programs.BY_HAND, 1, 1, 1)),
                        figures("counts", 1, p50(Programs.LIBRARY, 1, 1, 1)),
                        figures("version", 8, p50(Programs.BY_HAND, 1, 1, 1)))))
                .isEmpty();
    }

    @Test
    void comparesManyWritersWithOneByHand() {
        Figures alone = figures("create", 1, throughput(Programs.BY_HAND, 100, 200, 400));
        Figures many = figures("create", 64, throughput(Programs.LIBRARY, 250, 400, 1200));

        assertThat(rows(alone, many))
                .containsExactly(
                        "| create, library, 64 callers | create, by hand, 1 caller | throughput | **2.50** (2.00 to 3.00) |");
    }

    @Test
    void tellsHowMuchShorterTheLongestWaitsOfWritersAre() {
        List<Turn> turns = new ArrayList<>(p99(Programs.BY_HAND, 500, 600, 700));
        turns.addAll(p99(Programs.LIBRARY, 100, 100, 100));

        assertThat(rows(figures("create", 8, turns)))
                .containsExactly(
                        "| create, by hand, 8 callers | create, library, 8 callers | p99, times shorter | **6.00** (5.00 to 7.00) |");
    }

    @Test
    void comparesReadsOfTheLibraryWithTheCheapestOnes() {
        assertThat(rows(
                        figures("list", 1, p50(Programs.LIBRARY, 100, 100, 100)),
                        figures("deepList", 1, p50(Programs.LIBRARY, 110, 120, 100)),
                        figures("counts", 1, p50(Programs.LIBRARY, 30, 40, 50)),
                        figures("version", 1, p50(Programs.BY_HAND, 10, 20, 20))))
                .containsExactly(
                        "| counts, library, 1 caller | version, by hand, 1 caller | p50 | **2.50** (2.00 to 3.00) |",
                        "| deepList, library, 1 caller | list, library, 1 caller | p50 | **1.10** (1.00 to 1.20) |");
    }

    @Test
    void tellsHowMuchFasterThanPeersTheLibraryIs() {
        List<Turn> turns = new ArrayList<>(p50(Programs.LIBRARY, 10, 10, 10));
        turns.addAll(p50(Programs.JPA, 70, 80, 90));
        turns.addAll(p50(Programs.TASK_SERVICE, 200, 210, 190));

        assertThat(rows(figures("detail", 8, turns)))
                .containsExactly(
                        "| detail, JPA, 8 callers | detail, library, 8 callers | p50, times faster | **8.00** (7.00 to 9.00) |",
                        "| detail, task service, 8 callers | detail, library, 8 callers | p50, times faster | **20.00** (19.00 to 21.00) |");
    }

    private static List<String> rows(Figures... all) {
        return Across.table(List.of(all))
                .lines()
                .filter(line -> line.contains("**"))
                .toList();
    }

    private static Figures figures(String benchmark, int threads, List<Turn> turns) {
        return new Figures(benchmark, threads, turns);
    }

    private static List<Turn> p50(Programs program, double... rounds) {
        return turns(value -> new Turn(program, value, 0, 0, 0, 0), rounds);
    }

    private static List<Turn> p99(Programs program, double... rounds) {
        return turns(value -> new Turn(program, 0, value, 0, 0, 0), rounds);
    }

    private static List<Turn> throughput(Programs program, double... rounds) {
        return turns(value -> new Turn(program, 0, 0, value, 0, 0), rounds);
    }

    private static List<Turn> turns(DoubleFunction<Turn> turn, double... rounds) {
        return Arrays.stream(rounds).mapToObj(turn).toList();
    }
}
