package dev.ticketing.samples.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run was asked for, by system properties.
 *
 * @param benchmarks methods of {@link Operations}
 * @param engine on which database
 * @param tickets how many it holds
 * @param threads how many callers, one run after another
 * @param rounds how often each program has its turn
 * @param warmup seconds until a turn is measured: until its JVM is as fast as one that has lived for a while
 * @param seconds how long a turn is measured
 * @param url a database of the user's own, or empty
 * @param data where generated databases are kept
 * @param results where results are written
 * @param without indexes that the database goes without, if it is a copy
 */
record Options(
        List<String> benchmarks,
        Engine engine,
        int tickets,
        List<Integer> threads,
        int rounds,
        int warmup,
        int seconds,
        String url,
        Path data,
        Path results,
        Without without) {

    Options {
        if (!without.indexes().isEmpty() && (!url.isEmpty() || !Data.isCopied(tickets)))
            throw new IllegalArgumentException(
                    "without: only a copy can go without indexes, of few tickets and without a url");
    }

    static Options ofSystem() {
        String url = System.getProperty("url", "");
        List<String> benchmarks = words("benchmark", "detail");
        return new Options(
                benchmarks.equals(List.of("all")) ? Benchmarks.ALL : benchmarks,
                url.isEmpty() ? Engine.named(System.getProperty("engine", "sqlite")) : Engine.of(url),
                Integer.getInteger("tickets", 10_000),
                words("threads", "1").stream().map(Integer::valueOf).toList(),
                Integer.getInteger("rounds", 5),
                Integer.getInteger("warmup", 10),
                Integer.getInteger("seconds", 2),
                url,
                Path.of(System.getProperty("data", "target/benchmark-data")),
                Path.of(System.getProperty("results", "target/benchmark-results")),
                new Without(words("without", "").stream()
                        .filter(index -> !index.isEmpty())
                        .toList()));
    }

    private static List<String> words(String name, String otherwise) {
        return Stream.of(System.getProperty(name, otherwise).split(","))
                .map(String::strip)
                .toList();
    }
}
