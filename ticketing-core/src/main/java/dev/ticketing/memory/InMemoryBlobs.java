package dev.ticketing.memory;

import dev.ticketing.error.StorageException;
import dev.ticketing.spi.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** File contents in memory. They are not part of a transaction, as with every store: rows name them, and a sweep clears up. */
final class InMemoryBlobs implements BlobStore {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public void write(String key, InputStream content) throws IOException {
        contents.put(key, content.readAllBytes());
    }

    @Override
    public InputStream read(String key) {
        byte[] content = contents.get(key);
        if (content == null) throw new StorageException("The content of a file is missing.", null);
        return new ByteArrayInputStream(content);
    }

    @Override
    public void delete(String key) {
        contents.remove(key);
    }
}
