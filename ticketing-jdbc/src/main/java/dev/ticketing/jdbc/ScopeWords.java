package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose tickets an entry belongs to, as words of the search index, so that a search meets other people's entries nowhere.
 * Hashed, because ids hold characters that separate words; the row itself is checked exactly afterwards.
 */
final class ScopeWords {

    private static final int BYTES = 16;

    private ScopeWords() {}

    static String tenant(TenantId tenant) {
        return "t" + hash(tenant.value());
    }

    static String account(TenantId tenant, AccountId account) {
        return "a" + hash(tenant.value() + '\n' + account.value()); // ids have no control characters
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
