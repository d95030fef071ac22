package dev.ticketing.http;

import dev.ticketing.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The {@code Idempotency-Key} header, bound to the route and to a hash of path and body. */
final class IdempotencyHeader {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private IdempotencyHeader() {}

    /** Reads the key for a request whose path and body make it the same or another one. */
    static Optional<IdempotencyKey> of(Exchange exchange, byte[] body, Faults faults) {
        return given(exchange, faults)
                .map(key -> key.forRequest(
                        exchange.route().name(), hash(exchange.arrival().path(), body)));
    }

    /** Reads the key for a request whose content core compares. */
    static Optional<IdempotencyKey> of(Exchange exchange, Faults faults) {
        Optional<String> route = Optional.of(exchange.route().name());
        return given(exchange, faults).map(key -> new IdempotencyKey(key.value(), route, key.fingerprint()));
    }

    private static Optional<IdempotencyKey> given(Exchange exchange, Faults faults) {
        List<String> given = Collections.list(exchange.request().getHeaders(HEADER));
        if (given.isEmpty()) return Optional.empty();
        if (given.size() == 1 && given.get(0).matches("[\\x21-\\x7e]{1,255}"))
            return Optional.of(IdempotencyKey.of(given.get(0)));
        faults.invalid("/" + HEADER, "must be one key of 1 to 255 visible ASCII characters");
        return Optional.empty();
    }

    private static String hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((path + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
