package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Instants are written as the JDK's formatter writes them. */
class TimestampsTest {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void writesInstantsAsTheFormatterDoes() {
        long firstOfAll = Instant.parse("-9999-01-01T00:00:00Z").toEpochMilli();
        long lastOfAll = Instant.parse("+12345-12-31T23:59:59.999Z").toEpochMilli();
        LongStream edges = LongStream.of(
                0,
                -1,
                999,
                1000,
                firstOfAll,
                lastOfAll,
                millis("0000-01-01T00:00:00Z"),
                millis("-0001-12-31T23:59:59.999Z"),
                millis("9999-12-31T23:59:59.999Z"),
                millis("+10000-01-01T00:00:00Z"),
                millis("2024-02-29T09:08:07.006Z"));
        LongStream others = new Random(20260427).longs(5_000, firstOfAll, lastOfAll);
        LongStream usual = new Random(4711).longs(5_000, 0, millis("2100-01-01T00:00:00Z"));
        LongStream.concat(edges, LongStream.concat(others, usual)).forEach(millis -> {
            Instant at = Instant.ofEpochMilli(millis);
            assertThat(Timestamps.millis(at)).isEqualTo(MILLIS.format(at));
            assertThat(Timestamps.seconds(at)).isEqualTo(SECONDS.format(at));
        });
    }

    private static long millis(String at) {
        return Instant.parse(at).toEpochMilli();
    }
}
