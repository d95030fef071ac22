package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search on MariaDB goes through every block once, from the newest on, in few steps. */
class WordBlocksTest {

    private static final int FIRST = 8;

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "8, 0", "15, 0", "9, 3", "72, 0", "584, 0", "585, 0", "3000, 2"})
    void goesThroughEveryBlockOnceFromTheNewestOn(long newest, long oldest) {
        List<Long> gone = new ArrayList<>();
        for (List<Long> step : steps(newest, oldest)) {
            List<Long> falling = new ArrayList<>(step);
            falling.sort(Collections.reverseOrder());
            gone.addAll(falling);
        }
        List<Long> all =
                new ArrayList<>(LongStream.rangeClosed(oldest, newest).boxed().toList());
        all.sort(Collections.reverseOrder());
        assertThat(gone).isEqualTo(all);
    }

    @Test
    void takesStepsThatGrow() {
        assertThat(steps(WordBlocks.of(32_767), 0)).hasSize(1);
        assertThat(steps(WordBlocks.of(999_999), 0)).hasSize(3);
        assertThat(steps(WordBlocks.of(9_999_999), 0)).hasSizeLessThan(9);
    }

    @Test
    void hasNothingLeftWhereAllIsNewer() {
        assertThat(new WordBlocks(3, 4, 1).isEmpty()).isTrue();
    }

    private static List<List<Long>> steps(long newest, long oldest) {
        List<List<Long>> steps = new ArrayList<>();
        for (WordBlocks left = new WordBlocks(newest, oldest, FIRST); !left.isEmpty(); left = left.rest())
            steps.add(left.step());
        return steps;
    }
}
