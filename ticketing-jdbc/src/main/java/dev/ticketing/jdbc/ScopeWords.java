package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.TenantId;
import java.nio.ByteBuffer;
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

    /** The same as a number, where a table of words has one for each word. */
    static long number(String scope) {
        return ByteBuffer.wrap(Hashes.sha256(scope)).getLong();
    }

    private static String hash(String id) {
        return HexFormat.of().formatHex(Hashes.sha256(id), 0, BYTES);
    }
}
