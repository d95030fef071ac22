package dev.ticketing.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How each shape writes instants: always UTC with {@code Z}, whatever zone and language the JVM has. Years of four digits are
 * written here, since an answer has many instants and the JDK's formatter takes a microsecond for each.
 */
final class Timestamps {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final byte[] SECONDS_FORM = "0000-00-00T00:00:00Z".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MILLIS_FORM = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.US_ASCII);
    private static final int LAST_YEAR = 9999;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Timestamps() {}

    static String seconds(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        return hasFourDigits(time) ? text(filled(SECONDS_FORM, time)) : SECONDS.format(at);
    }

    static String millis(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        if (!hasFourDigits(time)) return MILLIS.format(at);
        byte[] text = filled(MILLIS_FORM, time);
        number(text, 22, 3, time.getNano() / NANOS_PER_MILLI);
        return text(text);
    }

    private static boolean hasFourDigits(LocalDateTime time) {
        return time.getYear() >= 0 && time.getYear() <= LAST_YEAR;
    }

    private static byte[] filled(byte[] form, LocalDateTime time) {
        byte[] text = form.clone();
        number(text, 3, 4, time.getYear());
        number(text, 6, 2, time.getMonthValue());
        number(text, 9, 2, time.getDayOfMonth());
        number(text, 12, 2, time.getHour());
        number(text, 15, 2, time.getMinute());
        number(text, 18, 2, time.getSecond());
        return text;
    }

    /** Writes digits from right to left. */
    private static void number(byte[] text, int last, int digits, int number) {
        int rest = number;
        for (int i = last; i > last - digits; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }
}
