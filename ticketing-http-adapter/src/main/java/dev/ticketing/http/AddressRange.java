package dev.ticketing.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits.
 *
 * @param base the bits, as 4 or 16 bytes
 * @param length how many of them count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AddressRange(byte[] base, int length) {

    private static final Pattern OCTETS = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern GROUPS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. */
    static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) return Optional.empty();
        byte[] base = address.get().getAddress();
        String bits = slash < 0 ? Integer.toString(base.length * 8) : text.substring(slash + 1);
        if (!bits.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(bits) > base.length * 8) return Optional.empty();
        return Optional.of(new AddressRange(base, Integer.parseInt(bits)));
    }

    static AddressRange of(String text) {
        return parse(text).orElseThrow();
    }

    /** Reads an address in its one usual spelling: four decimal numbers, or groups without a zone. Never asks for names. */
    static Optional<InetAddress> address(String text) {
        if (!OCTETS.matcher(text).matches() && !GROUPS.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.length) return false;
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (base[bit / 8] & mask)) return false;
        }
        return true;
    }
}
