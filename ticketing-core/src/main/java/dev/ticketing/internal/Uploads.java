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
            Upload kept = engine.transact(stored -> once(session, upload, print, stored));
            if (!kept.id().equals(upload.id())) engine.blobs().delete(upload.blob());
            return kept;
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

    private static Upload once(Session<?> session, StoredUpload upload, String print, Transaction stored) {
        Optional<Outcome.Key> key = session.key().map(given -> session.keptUnder(given, OPERATION));
        Optional<Outcome> outcome = key.flatMap(stored::outcome);
        if (outcome.isPresent()) return first(session, outcome.get(), print);
        Upload shown = new Upload(
                upload.id(), upload.filename(), upload.mimeType(), upload.size(), upload.uploadedAt(), upload.ticket());
        byte[] rendered = session.answer().map(answer -> answer.render(shown)).orElse(NO_ANSWER);
        if (key.isPresent()) {
            byte[] frame = new KeptUpload(shown, rendered).frame();
            String about = upload.id().value();
            stored.keep(new Outcome(key.get(), print, about, List.of(), frame, upload.uploadedAt()));
        }
        stored.addUpload(upload);
        return shown;
    }

    /** A repetition gives the first upload, whether or not a message took it in the meantime. */
    private static Upload first(Session<?> session, Outcome outcome, String print) {
        if (!outcome.fingerprint().equals(print)) throw ConflictException.keyReused();
        // kept before uploads were kept whole
        if (outcome.answer().length == 0) throw ConflictException.taken("upload");
        KeptUpload kept = KeptUpload.parse(new UploadId(outcome.about()), outcome.answer());
        session.answer().ifPresent(answer -> answer.replay(kept.rendered()));
        return kept.upload();
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
