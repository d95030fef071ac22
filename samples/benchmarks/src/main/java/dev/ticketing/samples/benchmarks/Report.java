package dev.ticketing.samples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Results as tables in Markdown and as a plot. */
final class Report {

    private static final String HEAD = """
            | operation | callers | program | p50 µs | p99 µs | operations/s | CPU µs | allocated KiB | p50 ratio (spread) | CPU ratio (spread) | throughput ratio (spread) |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Report() {}

    /** Writes them, and tells the tables. */
    static String write(Options options, List<Figures> all) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Figures figures : all) for (Programs program : figures.programs()) row(table, figures, program);
        table.append(Across.table(all));
        String name = options.engine().word() + "-" + options.tickets() + "-" + String.join("-", options.benchmarks());
        try {
            Files.createDirectories(options.results());
            Path file = options.results().resolve(name + ".md");
            Files.writeString(file, table);
            Path plot = options.results().resolve(name + ".svg");
            Files.writeString(plot, Plot.of(options.engine().word() + ", " + options.tickets() + " tickets", all));
            return table + "\n" + file + "\n" + plot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder table, Figures figures, Programs program) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.0f | %.0f | %.0f | %.0f | %.1f | %s | %s | %s |%n",
                figures.benchmark(),
                figures.threads(),
                program.label(),
                figures.median(program, Turn::p50),
                figures.median(program, Turn::p99),
                figures.median(program, Turn::throughput),
                figures.median(program, Turn::cpu),
                figures.median(program, Turn::allocated) / 1024,
                ratio(figures, program, Turn::p50),
                ratio(figures, program, Turn::cpu),
                ratio(figures, program, Turn::throughput)));
    }

    private static String ratio(Figures figures, Programs program, ToDoubleFunction<Turn> figure) {
        if (program == Programs.BY_HAND) return "1";
        return figures.ratios(program, Programs.BY_HAND, figure).inBold();
    }
}
