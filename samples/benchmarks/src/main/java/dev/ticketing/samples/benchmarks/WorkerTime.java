package dev.ticketing.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How much processor time the calling threads took for each operation: what a busy machine disturbs least. What compiler, collector
 * and a database server do is not in it; SQLite's work is.
 */
public final class WorkerTime implements InternalProfiler {

    /** The name of the result, in microseconds an operation. */
    static final String NAME = "cpu.worker";

    private static final double NANOS_A_MICRO = 1e3;

    private long before;

    @Override
    public String getDescription() {
        return "processor time of the calling threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanos();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double operations = result.getMetadata().getAllOps();
        double micros = (nanos() - before) / NANOS_A_MICRO / operations;
        return List.of(new ScalarResult(NAME, micros, "us/op", AggregationPolicy.AVG));
    }

    private static long nanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            java.lang.management.ThreadInfo thread = threads.getThreadInfo(id);
            if (thread != null && thread.getThreadName().contains("jmh-worker"))
                sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }
}
