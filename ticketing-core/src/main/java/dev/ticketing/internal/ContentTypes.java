package dev.ticketing.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Decides a file's type by its first bytes, never by what was declared: one of a short list that no browser runs, else
 * {@code application/octet-stream}.
 */
final class ContentTypes {

    private static final int SAMPLE = 4_096;
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> SAFE = Set.of("image/png", "image/jpeg", "image/gif");

    private ContentTypes() {}

    /** Looks at the beginning of a content without using it up. */
    static String of(BufferedInputStream content) throws IOException {
        content.mark(SAMPLE);
        byte[] sample = content.readNBytes(SAMPLE);
        content.reset();
        if (startsWith(sample, "%PDF-")) return "application/pdf";
        if (startsWith(sample, "PK\3\4")) return "application/zip";
        String guess = URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(sample));
        if (guess != null && SAFE.contains(guess)) return guess;
        return sample.length > 0 && isText(sample) ? "text/plain" : UNKNOWN;
    }

    private static boolean startsWith(byte[] sample, String magic) {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        return sample.length >= start.length && Arrays.equals(Arrays.copyOf(sample, start.length), start);
    }

    private static boolean isText(byte[] sample) {
        // a character may be cut at the end of a full sample
        int cut = sample.length == SAMPLE ? 3 : 0;
        for (int less = 0; less <= cut; less++) if (isText(sample, sample.length - less)) return true;
        return false;
    }

    private static boolean isText(byte[] sample, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(sample, 0, length))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
