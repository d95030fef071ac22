package dev.ticketing.samples.benchmarks;

import java.util.List;
import java.util.Locale;

/** Bars of medians, one for each program, with a mark at p99 of a second scale that is logarithmic like the first. */
final class Plot {

    private static final int LEFT = 190;
    private static final int WIDTH = 520;
    private static final int BAR = 14;
    private static final int GAP = 12;
    private static final int TOP = 48;
    private static final List<String> COLOURS = List.of("#8a8f98", "#b9bdc4", "#2563a8", "#b07a2a", "#7a9a3a");

    private Plot() {}

    static String of(String title, List<Figures> all) {
        double most = 1;
        for (Figures figures : all) for (Turn turn : figures.turns()) most = Math.max(most, turn.p99());
        double decades = Math.ceil(Math.log10(most));
        StringBuilder svg = new StringBuilder();
        int y = TOP;
        for (double decade = 0; decade <= decades; decade++) {
            double x = LEFT + WIDTH * decade / decades;
            add(svg, "<text x='%.0f' y='%d' text-anchor='middle'>%.0f</text>", x, TOP - 8, Math.pow(10, decade));
            add(svg, "<line x1='%.0f' y1='%d' x2='%.0f' y2='100%%' stroke='#ddd'/>", x, TOP - 4, x);
        }
        for (Figures figures : all) {
            add(svg, "<text x='8' y='%d'>%s, %d callers</text>", y + BAR - 3, figures.benchmark(), figures.threads());
            for (Programs program : figures.programs()) {
                double p50 = length(figures.median(program, Turn::p50), decades);
                double p99 = LEFT + length(figures.median(program, Turn::p99), decades);
                String colour = COLOURS.get(program.ordinal() % COLOURS.size());
                add(
                        svg,
                        "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'><title>%s</title></rect>",
                        LEFT,
                        y,
                        p50,
                        BAR,
                        colour,
                        program.label());
                add(
                        svg,
                        "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='%s' stroke-width='3'/>",
                        p99,
                        y,
                        p99,
                        y + BAR,
                        colour);
                y += BAR + 2;
            }
            y += GAP;
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='11'>"
                        .formatted(LEFT + WIDTH + 30, y)
                + "<rect width='100%' height='100%' fill='#fff'/><text x='8' y='16' font-size='13'>"
                + title
                + ": µs, bars p50, marks p99; grey by hand, blue library, others peers</text>"
                + svg
                + "</svg>\n";
    }

    private static double length(double micros, double decades) {
        return WIDTH * Math.log10(Math.max(1, micros)) / decades;
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
