package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search goes through every ticket once, from the newest on, in few steps. */
class KeyBlocksTest {

    private static final int SMALLEST = 512;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 511, 512, 513, 4095, 4096, 32_767, 32_768, 40_000, 70_001, 131_072})
    void goesThroughEveryTicketOnceFromTheNewestOn(long newest) {
        List<KeyBlocks.Step> steps = KeyBlocks.backFrom(newest);
        int before = 0;
        for (long ticket = newest; ticket >= 0; ticket--) {
            if (ticket != newest && ticket % SMALLEST != 0 && ticket % SMALLEST != SMALLEST - 1) continue;
            List<Integer> in = stepsOf(steps, ticket);
            assertThat(in).as("ticket %d", ticket).hasSize(1);
            assertThat(in.get(0)).isGreaterThanOrEqualTo(before);
            before = in.get(0);
        }
        assertThat(before).isEqualTo(steps.size() - 1);
    }

    @Test
    void takesStepsThatGrow() {
        assertThat(KeyBlocks.backFrom(511)).hasSize(1);
        assertThat(KeyBlocks.backFrom(999_999)).hasSizeLessThan(60);
        assertThat(KeyBlocks.backFrom(9_999_999)).hasSizeLessThan(340);
    }

    private static List<Integer> stepsOf(List<KeyBlocks.Step> steps, long ticket) {
        return IntStream.range(0, steps.size())
                .filter(step -> isIn(steps.get(step), ticket))
                .boxed()
                .toList();
    }

    private static boolean isIn(KeyBlocks.Step step, long ticket) {
        return step.block() == ticket >> KeyBlocks.BITS
                && (step.small().isEmpty()
                        || KeyBlocks.BITS_OF_SMALL.stream()
                                .anyMatch(bits -> step.small().equals(bits + "-" + (ticket >> bits))));
    }
}
