package dev.ticketing.spi;

import java.security.SecureRandom;
import java.time.Instant;

/** ULIDs as in github.com/ulid/spec, in lower case; no order within one millisecond is promised, {@code seq} orders. */
final class SecureIds implements IdSource {

    static final SecureIds INSTANCE = new SecureIds();

    private static final char[] CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final int TIME_LENGTH = 10;

    private final SecureRandom random = new SecureRandom();

    private SecureIds() {}

    @Override
    public String ulid(Instant at) {
        char[] id = new char[LENGTH];
        fill(id, TIME_LENGTH);
        long millis = at.toEpochMilli();
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = CROCKFORD[(int) (millis & 31)];
            millis >>>= 5;
        }
        return new String(id);
    }

    @Override
    public String token() {
        char[] token = new char[LENGTH];
        fill(token, 0);
        return new String(token);
    }

    private void fill(char[] id, int from) {
        byte[] bytes = new byte[LENGTH - from];
        random.nextBytes(bytes);
        for (int i = from; i < LENGTH; i++) id[i] = CROCKFORD[bytes[i - from] & 31];
    }
}
