package dev.ticketing.samples.benchmarks;

import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * One program's turn: a JVM of its own, warmed up and measured.
 *
 * @param program which one
 * @param p50 microseconds
 * @param p99 microseconds
 * @param throughput operations a second, of all callers together
 * @param cpu microseconds of processor time an operation, of the calling threads alone
 * @param allocated bytes an operation, in our own JVM
 */
record Turn(Programs program, double p50, double p99, double throughput, double cpu, double allocated) {

    static Turn of(Programs program, String benchmark, int threads, String url, Options options) {
        return of(
                program,
                benchmark,
                threads,
                url,
                options.tickets(),
                1,
                TimeValue.seconds(options.warmup()),
                TimeValue.seconds(options.seconds()));
    }

    /** Without a JVM of its own, for tests: what is measured means little. */
    static Turn here(Programs program, String benchmark, String url, int tickets) {
        TimeValue moment = TimeValue.milliseconds(20);
        return of(program, benchmark, 1, url, tickets, 0, moment, moment);
    }

    private static Turn of(
            Programs program,
            String benchmark,
            int threads,
            String url,
            int tickets,
            int forks,
            TimeValue warmup,
            TimeValue time) {
        org.openjdk.jmh.runner.options.Options turn = new OptionsBuilder()
                .include("\\." + Operations.class.getSimpleName() + "\\." + benchmark + "$")
                .param("program", program.name())
                .param("url", url)
                .param("tickets", Integer.toString(tickets))
                .threads(threads)
                .forks(forks)
                .warmupIterations(1)
                .warmupTime(warmup)
                .measurementIterations(1)
                .measurementTime(time)
                .timeout(TimeValue.minutes(10))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(Callers.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xms512m", "-Xmx1g", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
                .build();
        try {
            return of(program, new Runner(turn).runSingle());
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark + " of " + program.label() + " failed", e);
        }
    }

    private static Turn of(Programs program, RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        if (!result.getPrimaryResult().getScoreUnit().startsWith("us"))
            throw new IllegalStateException(result.getPrimaryResult().getScoreUnit());
        return new Turn(
                program,
                times.getPercentile(50),
                times.getPercentile(99),
                other(result, Callers.THROUGHPUT),
                other(result, Callers.CPU),
                other(result, "gc.alloc.rate.norm"));
    }

    /** JMH puts a dot of its own before some names. */
    @SuppressWarnings("rawtypes") // as JMH gives them
    private static double other(RunResult result, String name) {
        Map<String, Result> others = result.getSecondaryResults();
        Result<?> found = others.containsKey(name) ? others.get(name) : others.get("·" + name);
        return found == null ? Double.NaN : found.getScore();
    }
}
