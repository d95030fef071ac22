package dev.ticketing.samples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The ratios that goals name and no row of the table shows: between operations, between numbers of callers, and how much the library
 * is ahead of peers. Each is taken within a round, where the run has both sides of it.
 */
final class Across {

    private static final String HEAD = """

            ## Across

            | of | to | figure | ratio (spread) |
            |---|---|---|---|
            """;

    private static final int FEW = 8;
    private static final int MANY = 64;
    private static final List<Programs> PEERS = List.of(Programs.JPA, Programs.TASK_SERVICE);

    private final List<Figures> all;
    private final StringBuilder rows = new StringBuilder();

    private Across(List<Figures> all) {
        this.all = all;
    }

    /** With its heading; empty if the run has none of them. */
    static String table(List<Figures> all) {
        Across across = new Across(all);
        across.manyWriters();
        all.stream().map(Figures::threads).distinct().forEach(across::reads);
        all.forEach(across::peers);
        return across.rows.isEmpty() ? "" : HEAD + across.rows;
    }

    private void manyWriters() {
        Side alone = new Side("create", 1, Programs.BY_HAND);
        Side few = new Side("create", FEW, Programs.LIBRARY);
        row(few, alone, "throughput", Turn::throughput);
        row(new Side("create", MANY, Programs.LIBRARY), alone, "throughput", Turn::throughput);
        row(new Side("create", FEW, Programs.BY_HAND), few, "p99, times shorter", Turn::p99);
    }

    private void reads(int threads) {
        Side byKey = new Side("version", threads, Programs.BY_HAND);
        row(new Side("counts", threads, Programs.LIBRARY), byKey, "p50", Turn::p50);
        Side first = new Side("list", threads, Programs.LIBRARY);
        row(new Side("deepList", threads, Programs.LIBRARY), first, "p50", Turn::p50);
    }

    private void peers(Figures figures) {
        Side library = new Side(figures.benchmark(), figures.threads(), Programs.LIBRARY);
        for (Programs peer : PEERS)
            row(new Side(figures.benchmark(), figures.threads(), peer), library, "p50, times faster", Turn::p50);
    }

    private void row(Side above, Side below, String meaning, ToDoubleFunction<Turn> figure) {
        double[] of = rounds(above, figure);
        double[] to = rounds(below, figure);
        if (of.length == 0 || to.length == 0) return;
        String ratio = Spread.ofRatios(of, to).inBold();
        rows.append(
                String.format(Locale.ROOT, "| %s | %s | %s | %s |%n", above.words(), below.words(), meaning, ratio));
    }

    private double[] rounds(Side side, ToDoubleFunction<Turn> figure) {
        return all.stream()
                .filter(each -> each.benchmark().equals(side.benchmark()) && each.threads() == side.threads())
                .findFirst()
                .map(each -> each.rounds(side.program(), figure))
                .orElseGet(() -> new double[0]);
    }

    /** One program's turns at one operation. */
    private record Side(String benchmark, int threads, Programs program) {

        String words() {
            return benchmark + ", " + program.label() + ", " + threads + (threads == 1 ? " caller" : " callers");
        }
    }
}
