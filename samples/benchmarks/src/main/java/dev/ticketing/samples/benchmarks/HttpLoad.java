package dev.ticketing.samples.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What clients saw that asked again at once.
 *
 * @param p50 microseconds
 * @param p99 microseconds
 * @param throughput answers a second, to all connections together
 */
record HttpLoad(double p50, double p99, double throughput) {

    private static final int MOST_SAMPLES = 4_000_000;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    static HttpLoad of(int port, List<String> paths, int connections, Duration time) {
        List<byte[]> requests = paths.stream().map(HttpConnection::request).toList();
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            List<CompletableFuture<long[]>> runs = java.util.stream.IntStream.range(0, connections)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> client(port, requests, time), clients))
                    .toList();
            long[] times = runs.stream()
                    .flatMapToLong(run -> Arrays.stream(run.join()))
                    .sorted()
                    .toArray();
            return new HttpLoad(
                    times[times.length / 2] / NANOS_A_MICRO,
                    times[(int) (times.length * 0.99)] / NANOS_A_MICRO,
                    times.length * NANOS_A_SECOND / time.toNanos());
        } finally {
            clients.shutdownNow();
        }
    }

    private static long[] client(int port, List<byte[]> requests, Duration time) {
        long[] times = new long[1024];
        int taken = 0;
        try (HttpConnection connection = new HttpConnection(port)) {
            long end = System.nanoTime() + time.toNanos();
            for (long start = System.nanoTime(); start < end && taken < MOST_SAMPLES; taken++) {
                byte[] request = requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
                connection.get(request);
                long now = System.nanoTime();
                if (taken == times.length) times = Arrays.copyOf(times, 2 * taken);
                times[taken] = now - start;
                start = now;
            }
            return Arrays.copyOf(times, taken);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
