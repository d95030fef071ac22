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
        char[] id = randomCharacters();
        long millis = at.toEpochMilli();
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = CROCKFORD[(int) (millis & 31)];
            millis >>>= 5;
        }
        return new String(id);
    }

    @Override
    public String token() {
        return new String(randomCharacters());
    }

    private char[] randomCharacters() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        char[] characters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) characters[i] = CROCKFORD[bytes[i] & 31];
        return characters;
    }
}
