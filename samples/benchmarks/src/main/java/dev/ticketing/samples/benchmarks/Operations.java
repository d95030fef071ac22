package dev.ticketing.samples.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What callers do, one after another without a pause. The names are those that {@link Benchmarks} takes. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class Operations {

    private long cpuBefore;

    /** A place far from the first page; looking for it is no part of the measurement. */
    @State(Scope.Benchmark)
    public static class Deep {

        private Optional<Object> place = Optional.empty();

        /** Walks there. */
        @Setup(Level.Trial)
        public void find(World world) {
            place = world.deepPlace();
        }
    }

    /** A caller begins. */
    @Setup(Level.Iteration)
    public void begin() {
        cpuBefore = Callers.begin();
    }

    /** A caller has done all. */
    @TearDown(Level.Iteration)
    public void end() {
        Callers.end(cpuBefore);
    }

    /** A ticket with 10 messages, 2 files and 3 tags. */
    @Benchmark
    public Object detail(World world) {
        return world.program().detail(world.longOne());
    }

    /** The first 25 open tickets of the busiest agent. */
    @Benchmark
    public Object list(World world) {
        return world.program().list(Optional.empty());
    }

    /** 25 of them, far below. */
    @Benchmark
    public Object deepList(World world, Deep deep) {
        return world.program().list(deep.place);
    }

    /** How many tickets each status has. */
    @Benchmark
    public Object counts(World world) {
        return world.program().counts();
    }

    /** One column of one ticket; the library has no such read and reads the ticket. */
    @Benchmark
    public Object version(World world) {
        return world.program().version(world.longOne());
    }

    /** A word in 0.19 % of all messages. */
    @Benchmark
    public Object searchRare(World world) {
        return world.program().search(world.rareWord());
    }

    /** A word in 20 % of all messages. */
    @Benchmark
    public Object searchFrequent(World world) {
        return world.program().search(world.frequentWord());
    }

    /** A message and three tags. */
    @Benchmark
    public Object create(World world) {
        return world.program().create(world.fresh());
    }

    /** A message by staff. */
    @Benchmark
    public Object reply(World world) {
        Case words = world.fresh();
        return world.program().reply(world.shortOne(), words.messages().get(0));
    }
}
