package dev.ticketing.http;

import dev.ticketing.Page;
import dev.ticketing.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque places in lists: signed, so that nobody makes one up, and bound to a text (caller, list, filters) under which alone
 * they are read back. Thread-safe.
 */
final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String write(Page.Cursor place, String binding) {
        byte[] payload = (place.at().toEpochMilli() + " " + place.id().value()).getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(sign(payload, binding), SIGNATURE + payload.length);
        System.arraycopy(payload, 0, text, SIGNATURE, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Reads a place back; empty if it was not written here under the same binding. */
    Optional<Page.Cursor> read(String cursor, String binding) {
        byte[] text;
        try {
            text = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (text.length <= SIGNATURE) return Optional.empty();
        byte[] payload = Arrays.copyOfRange(text, SIGNATURE, text.length);
        byte[] signature = Arrays.copyOf(text, SIGNATURE);
        if (!MessageDigest.isEqual(signature, sign(payload, binding))) return Optional.empty();
        String[] parts = new String(payload, StandardCharsets.UTF_8).split(" ", 2);
        return Optional.of(new Page.Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), TicketId.of(parts[1])));
    }

    private byte[] sign(byte[] payload, String binding) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] bound = binding.getBytes(StandardCharsets.UTF_8);
            mac.update((bound.length + ":").getBytes(StandardCharsets.US_ASCII));
            mac.update(bound);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
