package dev.ticketing.http;

import java.nio.charset.StandardCharsets;

/**
 * The {@code Content-Disposition} of a download, after RFC 6266: a plain name for old clients, and the exact one in the encoding
 * of RFC 8187. Nothing of a name can end the header, since both forms let only harmless ASCII through.
 */
final class ContentDisposition {

    private static final String HARMLESS = "!#$&+-.^_`|~";
    private static final String HEX = "0123456789ABCDEF";

    private ContentDisposition() {}

    static String attachment(String filename) {
        return "attachment; filename=\"" + plain(filename) + "\"; filename*=UTF-8''" + encoded(filename);
    }

    private static String plain(String filename) {
        StringBuilder plain = new StringBuilder();
        filename.codePoints()
                .forEach(c ->
                        plain.append(isAsciiWord(c) || c == ' ' || "!#$&+-.^_~()".indexOf(c) >= 0 ? (char) c : '_'));
        return plain.toString();
    }

    private static String encoded(String filename) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : filename.getBytes(StandardCharsets.UTF_8)) {
            int c = value & 0xff;
            if (isAsciiWord(c) || HARMLESS.indexOf(c) >= 0) encoded.append((char) c);
            else encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
        return encoded.toString();
    }

    private static boolean isAsciiWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
