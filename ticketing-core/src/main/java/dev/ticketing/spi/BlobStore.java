package dev.ticketing.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where the contents of uploaded files live, under keys that the engine makes. A content is written once, before any row names
 * it, and never changes; what no row names is removed by age. Thread-safe.
 */
public interface BlobStore {

    /**
     * Writes a content in a stream, in memory that does not grow with it.
     *
     * @param key a new key: lower-case letters and digits
     * @param content the bytes; not closed
     * @throws IOException if reading them failed; what was written by then may stay until it is deleted
     */
    void write(String key, InputStream content) throws IOException;

    /**
     * Reads a content in a stream.
     *
     * @param key its key
     * @return the exact bytes; closed by the caller
     * @throws dev.ticketing.error.StorageException if there is no such content
     */
    InputStream read(String key);

    /**
     * Removes a content; one that is not there is no error.
     *
     * @param key its key
     */
    void delete(String key);
}
