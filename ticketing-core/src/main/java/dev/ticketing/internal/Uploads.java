package dev.ticketing.internal;

import dev.ticketing.FileDraft;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.UploadId;
import dev.ticketing.error.ConflictException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.error.StorageException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.Storage.Transaction;
import dev.ticketing.spi.StoredUpload;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes files in: content first, under a key of our own, then the row that makes it an upload. */
final class Uploads {

    private static final String OPERATION = "upload";
    private static final byte[] NO_ANSWER = new byte[0];

    private Uploads() {}

    static Upload upload(Engine engine, Session<?> session, FileDraft draft) {
        Objects.requireNonNull(draft, "file == null");
        Optional<TicketId> ticket = draft.ticket()
                .map(ref -> engine.storage()
                        .ticket(session.access(), ref, ThreadQuery.none())
                        .orElseThrow(NotFoundException::ticket)
                        .state()
                        .id());
        Instant now = engine.now();
        String blob = engine.settings().ids().token();
        Content content =
                new Content(draft.content(), engine.settings().limits().fileBytes());
        String type = write(engine, blob, content);
        String name = FileNames.safe(draft.filename());
        StoredUpload upload = new StoredUpload(
                new UploadId("satt_" + engine.settings().ids().token()),
                session.caller().tenant(),
                Access.callerKey(session.caller()),
                ticket,
                name,
                FileNames.extension(name),
                type,
                content.size(),
                blob,
                now);
        return keep(engine, session, upload, Fingerprint.of(OPERATION, name, content.hash(), ticket));
    }

    private static Upload keep(Engine engine, Session<?> session, StoredUpload upload, String print) {
        try {
            StoredUpload kept = engine.transact(stored -> once(engine, session, upload, print, stored));
            if (!kept.blob().equals(upload.blob())) engine.blobs().delete(upload.blob());
            return new Upload(
                    kept.id(), kept.filename(), kept.mimeType(), kept.size(), kept.uploadedAt(), kept.ticket());
        } catch (RuntimeException e) {
            discardUnlessKept(engine, upload, e);
            throw e;
        }
    }

    /** A commit can land although it threw; then the upload is there, and needs its content. */
    private static void discardUnlessKept(Engine engine, StoredUpload upload, RuntimeException first) {
        try {
            if (engine.transact(stored -> stored.upload(upload.tenant(), upload.id()))
                    .isEmpty()) discard(engine, upload.blob(), first);
        } catch (RuntimeException second) {
            first.addSuppressed(second);
        }
    }

    private static StoredUpload once(
            Engine engine, Session<?> session, StoredUpload upload, String print, Transaction stored) {
        if (session.key().isPresent()) {
            Outcome.Key kept = session.keptUnder(session.key().get(), OPERATION);
            Optional<Outcome> outcome = stored.outcome(kept);
            if (outcome.isPresent()) return first(engine, upload, outcome.get(), print, stored);
            String about = upload.id().value();
            stored.keep(new Outcome(kept, print, about, List.of(), NO_ANSWER, upload.uploadedAt()));
        }
        stored.addUpload(upload);
        return upload;
    }

    /** A repetition gives the first upload, as long as a message could still take it. */
    private static StoredUpload first(
            Engine engine, StoredUpload again, Outcome outcome, String print, Transaction stored) {
        if (!outcome.fingerprint().equals(print)) throw ConflictException.keyReused();
        Instant oldest = engine.now().minus(engine.settings().limits().uploadLifetime());
        return stored.upload(again.tenant(), new UploadId(outcome.about()))
                .filter(first -> first.uploadedAt().isAfter(oldest))
                .orElseThrow(() -> ConflictException.taken("upload"));
    }

    private static String write(Engine engine, String blob, Content content) {
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
}
