package dev.ticketing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SecureIdsTest {

    private static final String CROCKFORD = "[0-9a-hjkmnp-tv-z]{26}";

    private final IdSource ids = IdSource.secure();

    @Test
    void beginsAUlidWithItsTime() {
        // the example of the ULID specification
        String id = ids.ulid(Instant.ofEpochMilli(1_469_918_176_385L));

        assertThat(id).matches(CROCKFORD).startsWith("01aryz6s41");
        assertThat(ids.ulid(Instant.EPOCH)).startsWith("0000000000");
    }

    @Test
    void sortsUlidsByTime() {
        Instant early = Instant.parse("2026-03-29T00:59:59.999Z");

        assertThat(ids.ulid(early)).isLessThan(ids.ulid(early.plusMillis(1)));
    }

    @Test
    void repeatsNothing() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(ids.ulid(Instant.EPOCH))).isTrue();
            assertThat(seen.add(ids.token())).isTrue();
        }
    }

    @Test
    void drawsEveryCharacterOfATokenAtRandom() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 2_000; i++) tokens.add(ids.token());

        assertThat(tokens).allMatch(token -> token.matches(CROCKFORD));
        assertThat(IntStream.range(0, 26)
                        .mapToLong(place -> tokens.stream()
                                .map(token -> token.charAt(place))
                                .distinct()
                                .count()))
                .as("each place takes all 32 characters")
                .containsOnly(32L);
    }
}
