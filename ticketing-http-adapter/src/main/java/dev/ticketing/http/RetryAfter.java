package dev.ticketing.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The {@code Retry-After} header of a receiver: seconds or a date. Nonsense is no wish. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Reads a wish, from nothing up to a day. */
    static Optional<Duration> parse(String text, Instant now) {
        Optional<Duration> wish = text.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(at -> Duration.between(now, at));
        return wish.filter(span -> !span.isNegative()).map(span -> span.compareTo(LONGEST) > 0 ? LONGEST : span);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
