package dev.ticketing.contract;

import dev.ticketing.spi.IdSource;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up, of the right shape: the same test gives the same ids, and later ones sort after earlier ones. */
public final class CountingIds implements IdSource {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_LENGTH = 10;
    private static final int RANDOM_LENGTH = 16;

    private final AtomicLong last = new AtomicLong();

    /** Starts at one. */
    public CountingIds() {}

    @Override
    public String ulid(Instant at) {
        return encode(at.toEpochMilli(), TIME_LENGTH) + encode(last.incrementAndGet(), RANDOM_LENGTH);
    }

    @Override
    public String token() {
        return encode(last.incrementAndGet(), TIME_LENGTH + RANDOM_LENGTH);
    }

    private static String encode(long value, int length) {
        StringBuilder encoded = new StringBuilder();
        for (long rest = value; encoded.length() < length; rest >>>= 5)
            encoded.append(CROCKFORD.charAt((int) (rest & 31)));
        return encoded.reverse().toString();
    }
}
