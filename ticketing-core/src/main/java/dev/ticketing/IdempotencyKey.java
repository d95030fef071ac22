package dev.ticketing;

import java.util.Optional;

/**
 * A key under which a command happens once: a second run under it changes nothing and gives the first one's outcome, as far
 * as the caller may still see it. Another request under the same key is refused. Refusals are not kept.
 *
 * <p>Keys belong to a tenant, a caller and an operation. Immutable.
 *
 * @param value the key, 1 to 255 visible characters
 * @param operation what the key belongs to beside the caller; empty for the command's own name
 * @param fingerprint what makes two requests the same; empty for the command's own content
 */
public record IdempotencyKey(String value, Optional<String> operation, Optional<String> fingerprint) {

    /** Checks the key. */
    public IdempotencyKey {
        Words.requireId(value, "idempotencyKey");
    }

    /**
     * Names a key.
     *
     * @param value the key
     * @return the key for the command's own name and content
     */
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value, Optional.empty(), Optional.empty());
    }

    /**
     * Binds the key to an operation and a request of a surface.
     *
     * @param operation for example a method and a route
     * @param fingerprint for example a hash of the body
     * @return a copy
     */
    public IdempotencyKey forRequest(String operation, String fingerprint) {
        return new IdempotencyKey(value, Optional.of(operation), Optional.of(fingerprint));
    }
}
