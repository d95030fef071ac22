package dev.ticketing.internal;

import dev.ticketing.AttachmentId;
import dev.ticketing.FileRef;
import dev.ticketing.OutsideFile;
import dev.ticketing.UploadId;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredUpload;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides which files a message or ticket gets: own unused uploads, and files held elsewhere as opaque addresses. */
final class Files {

    private static final int MAX_URL = 2_048;
    private static final int MAX_NAME = 255;
    private static final Pattern MIME = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}");

    private Files() {}

    static List<StoredAttachment> of(Decision decision, List<FileRef> refs, boolean takesPinned) {
        Set<FileRef> wanted = new LinkedHashSet<>(refs);
        if (takesPinned) {
            String owner = Access.callerKey(decision.caller());
            decision
                    .stored()
                    .pinnedUploads(decision.state().tenant(), decision.state().id(), owner)
                    .stream()
                    .filter(upload -> isUsable(decision, upload))
                    .forEach(upload -> wanted.add(upload.id()));
        }
        decision.inputs()
                .count(
                        "attachments",
                        wanted.size(),
                        decision.settings().limits().attachments());
        if (decision.inputs().anyBroken()) return List.of();
        List<StoredAttachment> files = new ArrayList<>();
        int index = 0;
        for (FileRef ref : wanted) {
            String path = "attachments[" + index++ + "]";
            if (ref instanceof UploadId upload) uploaded(decision, path, upload).ifPresent(files::add);
            else outside(decision, path, (OutsideFile) ref).ifPresent(files::add);
        }
        return files;
    }

    static StoredAttachment onEntry(StoredAttachment file, long seq) {
        return new StoredAttachment(
                file.id(),
                seq,
                file.filename(),
                file.extension(),
                file.mimeType(),
                file.size(),
                file.url(),
                file.blob());
    }

    private static Optional<StoredAttachment> uploaded(Decision decision, String path, UploadId id) {
        Optional<StoredUpload> upload = decision.stored()
                .upload(decision.state().tenant(), id)
                .filter(found -> found.owner().equals(Access.callerKey(decision.caller())))
                .filter(found -> found.ticket().isEmpty()
                        || found.ticket().get().equals(decision.state().id()))
                .filter(found -> isUsable(decision, found));
        if (upload.isEmpty()) {
            decision.inputs().broken(path, Rule.UNKNOWN, "must be an unused upload of the same caller");
            return Optional.empty();
        }
        decision.use(id);
        StoredUpload file = upload.get();
        return Optional.of(new StoredAttachment(
                newId(decision),
                0,
                file.filename(),
                file.extension(),
                file.mimeType(),
                file.size(),
                Optional.empty(),
                Optional.of(file.blob())));
    }

    private static Optional<StoredAttachment> outside(Decision decision, String path, OutsideFile file) {
        Inputs inputs = decision.inputs();
        inputs.line(path + ".filename", file.filename(), MAX_NAME);
        inputs.line(path + ".url", file.url(), MAX_URL);
        if (!inputs.anyBroken() && !isHttps(file.url()))
            inputs.broken(path + ".url", Rule.INVALID, "must be an absolute https address");
        if (file.size() < 0) inputs.broken(path + ".size", Rule.INVALID, "must not be negative");
        if (!MIME.matcher(file.type()).matches()) inputs.broken(path + ".type", Rule.INVALID, "must be a MIME type");
        if (inputs.anyBroken()) return Optional.empty();
        return Optional.of(new StoredAttachment(
                newId(decision),
                0,
                file.filename(),
                FileNames.extension(file.filename()),
                file.type(),
                file.size(),
                Optional.of(file.url()),
                Optional.empty()));
    }

    private static boolean isUsable(Decision decision, StoredUpload upload) {
        Instant end = upload.uploadedAt().plus(decision.settings().limits().uploadLifetime());
        return end.isAfter(decision.now()) && !decision.uses(upload.id());
    }

    private static boolean isHttps(String url) {
        try {
            URI uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static AttachmentId newId(Decision decision) {
        return new AttachmentId("tatt_" + decision.settings().ids().ulid(decision.now()));
    }
}
