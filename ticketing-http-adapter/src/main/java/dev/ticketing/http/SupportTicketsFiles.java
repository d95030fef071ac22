package dev.ticketing.http;

import dev.ticketing.OutsideFile;
import dev.ticketing.UploadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files in bodies of {@code /v2/support-tickets}: {@code attachments} held elsewhere, and our {@code attachmentIds}. */
final class SupportTicketsFiles {

    private SupportTicketsFiles() {}

    /** Reads the files held elsewhere; each needs all four fields. */
    static List<OutsideFile> outside(Fields fields) {
        List<OutsideFile> files = new ArrayList<>();
        for (Fields file : fields.objects("attachments")) {
            Optional<Long> size = file.wholeNumber("size");
            if (size.isEmpty()) file.missing("size");
            files.add(new OutsideFile(
                    file.required("filename"), file.required("url"), size.orElse(0L), file.required("type")));
        }
        return files;
    }

    /** Reads uploads. */
    static List<UploadId> uploads(Fields fields) {
        return fields.allAs("attachmentIds", UploadId::of);
    }

    /** Gives the field that is meant when core finds fault with a file; with both in a body, the documented one. */
    static String field(Fields fields) {
        return fields.has("attachmentIds") && !fields.has("attachments") ? "attachmentIds" : "attachments";
    }
}
