package dev.ticketing.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A receiver's address, in the one spelling that every parser reads alike. What could mean two hosts is refused: numbers that are
 * not four plain octets, percent signs, zones, user names, trailing dots, letters beyond ASCII.
 *
 * @param uri the address
 * @param host the host without brackets
 */
record WebhookUrl(URI uri, String host) {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_NAME = 253;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address; the message does not repeat it
     */
    static WebhookUrl of(String url) {
        if (url.length() > MAX_LENGTH || !url.matches("[\\x21-\\x7e]+")) throw refused("visible ASCII, at most 2048");
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw refused("well-formed");
        }
        if (!isHttp(uri) && !isHttps(uri)) throw refused("http or https");
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null)
            throw refused("without user name and fragment");
        if (uri.getPort() == 0 || uri.getPort() > 0xffff) throw refused("with a port from 1 to 65535");
        String host = host(Optional.ofNullable(uri.getHost()).orElse(""));
        return new WebhookUrl(uri, host);
    }

    boolean isPlain() {
        return isHttp(uri);
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String host(String given) {
        if (given.startsWith("[")) {
            String literal = given.substring(1, given.length() - 1);
            if (AddressRange.address(literal).isPresent()) return literal;
        } else if (isName(given) || AddressRange.address(given).isPresent()) return given;
        throw refused("with a plain host name or address");
    }

    /** The last label of a name has a letter in front, so that no number passes for a name. */
    private static boolean isName(String host) {
        return host.length() <= MAX_NAME
                && host.matches(
                        "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?");
    }

    private static IllegalArgumentException refused(String wanted) {
        return new IllegalArgumentException("url must be an absolute address: " + wanted);
    }
}
