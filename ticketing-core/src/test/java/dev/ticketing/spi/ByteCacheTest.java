package dev.ticketing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept stays within its bound, and what was used last stays longest. */
class ByteCacheTest {

    private static final int BOUND = 8 * 1000;

    private final ByteCache<Integer, byte[]> cache = new ByteCache<>(BOUND, value -> value.length);

    @Test
    void neverKeepsMoreThanItsBound() {
        Random random = new Random(4711);
        long most = 0;
        for (int i = 0; i < 20_000; i++) {
            cache.put(random.nextInt(200), new byte[random.nextInt(1200)]);
            assertThat(cache.bytes()).isLessThanOrEqualTo(BOUND);
            most = Math.max(most, cache.bytes());
        }
        assertThat(most).as("it keeps something").isGreaterThan(BOUND / 2);
    }

    @Test
    void neverKeepsMoreThanItsBoundInACrowd() throws InterruptedException, ExecutionException {
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(seed -> crowd.submit(() -> {
                        Random random = new Random(seed);
                        for (int i = 0; i < 20_000; i++) {
                            int key = random.nextInt(100);
                            if (random.nextBoolean()) cache.put(key, new byte[key * 8]);
                            else
                                cache.get(key)
                                        .ifPresent(kept -> assertThat(kept).hasSize(key * 8));
                        }
                    }))
                    .toList();
            for (Future<?> done : work) done.get();
        } finally {
            crowd.shutdownNow();
        }
        long sum = IntStream.range(0, 100)
                .mapToLong(key -> cache.get(key).map(kept -> kept.length).orElse(0))
                .sum();
        assertThat(sum).isEqualTo(cache.bytes()).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void keepsWhatIsUsed() {
        cache.put(0, new byte[100]);
        for (int i = 1; i < 10_000; i++) {
            cache.put(i, new byte[100]);
            assertThat(cache.get(0)).as("after " + i).isPresent();
        }
        assertThat(cache.get(1)).isEmpty();
    }

    @Test
    void keepsTheLatestOfAKey() {
        cache.put(1, new byte[10]);
        cache.put(1, new byte[20]);
        assertThat(cache.get(1)).hasValueSatisfying(kept -> assertThat(kept).hasSize(20));
        assertThat(cache.bytes()).isEqualTo(20);
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        cache.put(1, new byte[10]);
        cache.put(1, new byte[BOUND / 8 + 1]);
        assertThat(cache.get(1)).isEmpty();
        assertThat(cache.bytes()).isZero();
    }
}
