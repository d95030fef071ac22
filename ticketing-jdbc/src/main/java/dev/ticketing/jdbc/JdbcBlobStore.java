package dev.ticketing.jdbc;

import dev.ticketing.error.StorageException;
import dev.ticketing.spi.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Contents as rows of {@value #CHUNK} bytes. They are written in short transactions, so that a slow sender holds up nobody, and
 * read one row at a time. As thread-safe as its transactions.
 */
final class JdbcBlobStore implements BlobStore {

    static final int CHUNK = 64 * 1024;

    /** How many chunks one transaction writes: about a mebibyte. */
    private static final int CHUNKS_AT_ONCE = 16;

    private static final String ADD_CHUNK = """
            INSERT INTO ticketing_blob_chunk (blob_key, part, bytes) VALUES (?, ?, ?)
            """;

    private static final String CHUNK_OF_CONTENT = """
            SELECT bytes FROM ticketing_blob_chunk WHERE blob_key = ? AND part = ?
            """;

    private static final String DROP_CHUNKS = """
            DELETE FROM ticketing_blob_chunk WHERE blob_key = ?
            """;

    private final Transactions transactions;
    private final Clock clock;

    JdbcBlobStore(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void write(String key, InputStream content) throws IOException {
        int part = 0;
        while (true) {
            List<byte[]> chunks = chunks(content);
            boolean last = chunks.size() < CHUNKS_AT_ONCE;
            // an empty content has one empty chunk, which tells it from one that is not there
            if (part == 0 && chunks.isEmpty()) chunks.add(new byte[0]);
            add(key, part, chunks);
            if (last) return;
            part += chunks.size();
        }
    }

    @Override
    public InputStream read(String key) {
        byte[] first = chunk(key, 0)
                .orElseThrow(() -> new StorageException("There is no content for this file any more.", null));
        return new ChunkStream(first, part -> chunk(key, part));
    }

    /** Leaves a content that a row names: the commit of an upload can land although it threw. */
    @Override
    public void delete(String key) {
        transactions.write(sql -> {
            if (new StagedBlobs(sql).drop(key)) drop(sql, List.of(key));
            return key;
        });
    }

    /** Removes contents whose rows go in the same transaction. */
    static void drop(Sql sql, List<String> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (String key : keys) rows.add(new Object[] {key});
        sql.batch(DROP_CHUNKS, rows);
    }

    private static List<byte[]> chunks(InputStream content) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        while (chunks.size() < CHUNKS_AT_ONCE) {
            byte[] chunk = content.readNBytes(CHUNK);
            if (chunk.length > 0) chunks.add(chunk);
            if (chunk.length < CHUNK) break;
        }
        return chunks;
    }

    private void add(String key, int part, List<byte[]> chunks) {
        Instant now = clock.instant();
        transactions.write(sql -> {
            if (part == 0) new StagedBlobs(sql).stage(key, now);
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < chunks.size(); i++) rows.add(new Object[] {key, part + i, chunks.get(i)});
            return sql.batch(ADD_CHUNK, rows);
        });
    }

    private Optional<byte[]> chunk(String key, int part) {
        return transactions.read(sql -> sql.first(CHUNK_OF_CONTENT, row -> row.getBytes("bytes"), key, part));
    }
}
