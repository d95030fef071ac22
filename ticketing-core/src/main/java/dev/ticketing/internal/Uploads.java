package dev.ticketing.internal;

import dev.ticketing.Caller;
import dev.ticketing.FileDraft;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.UploadId;
import dev.ticketing.error.LimitedException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.error.StorageException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.StoredUpload;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Takes files in: content first, under a key of our own, then the row that makes it an upload. */
final class Uploads {

    private Uploads() {}

    static Upload upload(Engine engine, Caller caller, FileDraft draft) {
        Optional<TicketId> ticket = draft.ticket()
                .map(ref -> engine.storage()
                        .ticket(Access.of(caller), ref, ThreadQuery.none())
                        .orElseThrow(NotFoundException::ticket)
                        .state()
                        .id());
        Instant now = engine.now();
        String blob = engine.settings().ids().token();
        Counted content =
                new Counted(draft.content(), engine.settings().limits().fileBytes());
        String type = write(engine, blob, content);
        String name = FileNames.safe(draft.filename());
        StoredUpload upload = new StoredUpload(
                new UploadId("satt_" + engine.settings().ids().token()),
                caller.tenant(),
                Access.callerKey(caller),
                ticket,
                name,
                FileNames.extension(name),
                type,
                content.count,
                blob,
                now);
        try {
            engine.storage().write(stored -> {
                stored.addUpload(upload);
                return upload;
            });
        } catch (RuntimeException e) {
            discard(engine, blob, e);
            throw e;
        }
        return new Upload(upload.id(), name, type, upload.size(), now, ticket);
    }

    private static String write(Engine engine, String blob, Counted content) {
        try {
            BufferedInputStream buffered = new BufferedInputStream(content);
            String type = ContentTypes.of(buffered);
            engine.blobs().write(blob, buffered);
            return type;
        } catch (IOException e) {
            StorageException failure = new StorageException("The file could not be read to its end.", e);
            discard(engine, blob, failure);
            throw failure;
        } catch (RuntimeException e) {
            discard(engine, blob, e);
            throw e;
        }
    }

    /** What was staged would be swept by age anyway; the first failure is the one to tell. */
    private static void discard(Engine engine, String blob, RuntimeException first) {
        try {
            engine.blobs().delete(blob);
        } catch (RuntimeException second) {
            first.addSuppressed(second);
        }
    }

    /** Counts bytes and stops at the limit, whatever length was announced. */
    private static final class Counted extends FilterInputStream {

        private final long most;
        private long count;

        Counted(InputStream content, long most) {
            super(content);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) add(1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) add(read);
            return read;
        }

        private void add(int read) {
            count += read;
            if (count > most) throw LimitedException.fileTooLarge(most);
        }
    }
}
