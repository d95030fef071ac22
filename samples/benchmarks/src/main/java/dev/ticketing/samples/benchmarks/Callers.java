package dev.ticketing.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What the calling threads did together: how many operations a second, and how much processor time each operation took. JMH samples
 * only some of many short operations, keeps every slow one of them, and may end a period late, so that neither the samples nor the
 * length of a period tell the throughput. What compiler, collector and a database server do is not in the processor time, which a
 * busy machine disturbs least; SQLite's work is.
 */
public final class Callers implements InternalProfiler {

    /** The name of a result, in operations a second. */
    static final String THROUGHPUT = "callers.throughput";

    /** The name of a result, in microseconds an operation. */
    static final String CPU = "callers.cpu";

    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    private static final LongAccumulator FIRST = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private static final LongAccumulator LAST = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private static final LongAdder CPU_NANOS = new LongAdder();

    /** What a calling thread says before its operations; gives what it says afterwards. */
    static long begin() {
        FIRST.accumulate(System.nanoTime());
        return cpu();
    }

    /** What a calling thread says after its operations, with what {@link #begin()} gave. */
    static void end(long cpuBefore) {
        CPU_NANOS.add(cpu() - cpuBefore);
        LAST.accumulate(System.nanoTime());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public String getDescription() {
        return "throughput and processor time of the calling threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        FIRST.reset();
        LAST.reset();
        CPU_NANOS.reset();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double operations = result.getMetadata().getAllOps();
        double seconds = (LAST.get() - FIRST.get()) / NANOS_A_SECOND;
        double micros = CPU_NANOS.sum() / NANOS_A_MICRO;
        return List.of(
                new ScalarResult(THROUGHPUT, operations / seconds, "ops/s", AggregationPolicy.AVG),
                new ScalarResult(CPU, micros / operations, "us/op", AggregationPolicy.AVG));
    }
}
