package dev.ticketing.samples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Results as a table in Markdown and as a plot. */
final class Report {

    private static final String HEAD = """
            | operation | callers | program | p50 µs | p99 µs | operations/s | CPU µs | allocated KiB | p50 ratio (spread) | CPU ratio (spread) | throughput ratio (spread) |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private Report() {}

    /** Writes both, and tells the table. */
    static String write(Options options, List<Figures> all) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Figures figures : all) for (Programs program : figures.programs()) row(table, figures, program);
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
        double[] p50 = figures.ratios(program, Programs.BY_HAND, Turn::p50);
        double[] cpu = figures.ratios(program, Programs.BY_HAND, Turn::cpu);
        double[] throughput = figures.ratios(program, Programs.BY_HAND, Turn::throughput);
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
                program == Programs.BY_HAND ? "1" : spread(p50),
                program == Programs.BY_HAND ? "1" : spread(cpu),
                program == Programs.BY_HAND ? "1" : spread(throughput)));
    }

    private static String spread(double[] ratios) {
        return String.format(Locale.ROOT, "**%.2f** (%.2f to %.2f)", ratios[0], ratios[1], ratios[2]);
    }
}
