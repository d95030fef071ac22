package dev.ticketing.samples.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs benchmarks: programs take turns, so that what else the machine does falls on all of them. Its options are system properties,
 * see {@link Options} and {@code docs/performance.md}.
 */
public final class Benchmarks {

    /** What there is. */
    static final List<String> ALL = List.of(
            "detail", "list", "deepList", "counts", "version", "searchRare", "searchFrequent", "create", "reply");

    /** Those whose answers the library keeps. */
    private static final List<String> KEPT = List.of("detail", "list", "deepList");

    private Benchmarks() {}

    /**
     * Runs what the system properties ask for.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Options options = Options.ofSystem();
        if (!options.url().isEmpty()) {
            run(options, options.url());
            return;
        }
        Data.with(options.engine(), options.tickets(), options.data(), url -> {
            options.without().dropFrom(url);
            run(options, url);
        });
    }

    private static void run(Options options, String url) {
        switch (String.join(",", options.benchmarks())) {
            case "heap" -> System.out.println(Jvms.heap(options, url, Jvms.OPERATIONS));
            case "start" -> System.out.println(Jvms.start(options, url));
            case "http" ->
                System.out.println(HttpPair.compare(
                        options, url, Duration.ofSeconds(options.warmup()), Duration.ofSeconds(options.seconds())));
            default -> byTurns(options, url);
        }
    }

    private static void byTurns(Options options, String url) {
        List<Figures> all = new ArrayList<>();
        String report = "nothing was asked for";
        for (String benchmark : options.benchmarks())
            for (int threads : options.threads()) {
                all.add(turns(options, url, benchmark, threads));
                // after each, so that a run that is stopped leaves what it has
                report = Report.write(options, all);
            }
        System.out.println(report);
    }

    private static Figures turns(Options options, String url, String benchmark, int threads) {
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++)
            for (Programs program : programs(options, benchmark))
                turns.add(Turn.of(program, benchmark, threads, url, options));
        return new Figures(benchmark, threads, turns);
    }

    private static List<Programs> programs(Options options, String benchmark) {
        List<Programs> programs = new ArrayList<>(List.of(Programs.BY_HAND));
        if (benchmark.equals("detail") && options.engine().isServer()) programs.add(Programs.BY_HAND_IN_ONE_SNAPSHOT);
        programs.add(Programs.LIBRARY);
        if (KEPT.contains(benchmark)) programs.add(Programs.LIBRARY_KEEPING_NOTHING);
        if (options.engine() == Engine.POSTGRESQL) Peer.all().forEach(peer -> programs.add(peer.program()));
        return programs;
    }
}
