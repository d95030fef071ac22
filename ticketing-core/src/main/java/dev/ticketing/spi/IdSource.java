package dev.ticketing.spi;

import java.time.Instant;

/** Where ids come from. Thread-safe. The default draws from {@link java.security.SecureRandom}. */
public interface IdSource {

    /**
     * Makes an id that sorts by time: a ULID.
     *
     * @param at the time in it
     * @return 26 lower-case Crockford characters with 80 random bits
     */
    String ulid(Instant at);

    /**
     * Makes a token that nobody can guess and that tells no time.
     *
     * @return 26 lower-case Crockford characters, all random
     */
    String token();

    /**
     * Gives the default source.
     *
     * @return a source that uses the JDK's secure random numbers
     */
    static IdSource secure() {
        return SecureIds.INSTANCE;
    }
}
