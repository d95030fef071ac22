package dev.ticketing.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is measured from outside, on fresh JVMs: heap after a collection, and time until the first ticket. */
final class Jvms {

    /** So many of each kind that whatever is kept for long has filled up. */
    static final int OPERATIONS = 2_000;

    private static final double MIB = 1 << 20;
    private static final double NANOS_A_MILLI = 1e6;

    private Jvms() {}

    /** Heap above that of a JVM with the same pool and one query, after as many of the usual operations. */
    static String heap(Options options, String url, int operations) {
        double[] host = new double[options.rounds()];
        double[] library = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            host[round] = heapOf("host", options, url, operations);
            library[round] = heapOf(Programs.LIBRARY.name(), options, url, operations);
        }
        return table("heap after GC, MiB", host, library, Spread.ofDifferences(library, host), "above the host's");
    }

    private static double heapOf(String program, Options options, String url, int operations) {
        Answer answer = run("heap", program, url, Integer.toString(options.tickets()), Integer.toString(operations));
        return Long.parseLong(answer.line()) / MIB;
    }

    /** From starting the JVM until its first ticket was read. */
    static String start(Options options, String url) {
        double[] host = new double[options.rounds()];
        double[] library = new double[options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            host[round] = timed("host", url);
            library[round] = timed(Programs.LIBRARY.name(), url);
        }
        return table("cold start, ms", host, library, Spread.ofRatios(library, host), "ratio");
    }

    private static double timed(String program, String url) {
        Answer answer = run("start", program, url);
        if (!answer.line().equals(Probe.READY)) throw new IllegalStateException(answer.line());
        return answer.nanos() / NANOS_A_MILLI;
    }

    private static String table(String what, double[] host, double[] library, Spread figure, String meaning) {
        return String.format(
                Locale.ROOT,
                "| %s | host alone | with the library | %s |%n|---|---|---|---|%n| median (smallest to largest) | %s | %s | %s |%n",
                what,
                meaning,
                Spread.of(host).plain(),
                Spread.of(library).plain(),
                figure.inBold());
    }

    /** The line that a JVM printed, and when. */
    private record Answer(String line, long nanos) {}

    private static Answer run(String... arguments) {
        long start = System.nanoTime();
        Process jvm = start(Probe.class, arguments);
        try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            long nanos = System.nanoTime() - start;
            int exit = jvm.onExit().join().exitValue();
            if (line == null || exit != 0) throw new IllegalStateException("the JVM ended with " + exit);
            return new Answer(line, nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program of ours in a JVM of its own, on this one's class path. */
    static Process start(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
