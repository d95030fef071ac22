package dev.ticketing.internal;

import dev.ticketing.error.LimitedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file's bytes on their way in: counted, hashed, and stopped at the limit whatever length was announced. */
final class Content extends FilterInputStream {

    private final MessageDigest digest = Fingerprint.digest();
    private final long most;
    private long size;

    Content(InputStream content, long most) {
        super(content);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) return value;
        digest.update((byte) value);
        add(1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read <= 0) return read;
        digest.update(bytes, offset, read);
        add(read);
        return read;
    }

    long size() {
        return size;
    }

    /** Gives the hash of what was read; ends the reading. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(int read) {
        size += read;
        if (size > most) throw LimitedException.fileTooLarge(most);
    }
}
