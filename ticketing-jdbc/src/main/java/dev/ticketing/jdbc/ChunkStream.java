package dev.ticketing.jdbc;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a content chunk by chunk, each when its first byte is asked for. Not thread-safe. */
final class ChunkStream extends InputStream {

    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk;
    private int part;
    private int at;

    ChunkStream(byte[] first, IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
        this.chunk = first;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : chunk[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) return 0;
        if (isAtEnd()) return -1;
        int read = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, read);
        at += read;
        return read;
    }

    @Override
    public int available() {
        return chunk.length - at;
    }

    /** Only the last chunk is shorter than the others, so nothing is asked for after it. */
    private boolean isAtEnd() {
        if (at < chunk.length) return false;
        if (chunk.length < JdbcBlobStore.CHUNK) return true;
        chunk = chunks.apply(++part).orElse(new byte[0]);
        at = 0;
        return chunk.length == 0;
    }
}
