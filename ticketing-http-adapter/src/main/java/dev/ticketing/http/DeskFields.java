package dev.ticketing.http;

import dev.ticketing.FileRef;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.UploadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the commands of {@code /api/v2/desk} have in common in JSON: texts that must be there, files, messages, links. */
final class DeskFields {

    private DeskFields() {}

    /** Gives a text that must be there. */
    static Optional<String> neededText(Fields json, String name) {
        return Optional.of(json.required(name)).filter(text -> !text.isBlank());
    }

    /** Gives a text that must be there, as a type whose constructor refuses what cannot be one. */
    static <T> Optional<T> needed(Fields json, String name, Function<String, T> type) {
        return neededText(json, name).flatMap(text -> json.as(name, type));
    }

    /** Gives a list that must be there, be it empty. */
    static Optional<List<String>> neededTexts(Fields json, String name) {
        if (json.has(name) && !json.isNull(name)) return Optional.of(json.texts(name));
        json.missing(name);
        return Optional.empty();
    }

    static Optional<LinkRef> link(Fields json) {
        Optional<LinkRef> type = needed(json, "type", value -> new LinkRef(value, value));
        Optional<LinkRef> id = needed(json, "id", value -> new LinkRef(value, value));
        if (type.isEmpty() || id.isEmpty()) return Optional.empty();
        return Optional.of(new LinkRef(type.get().type(), id.get().id()));
    }

    /** Gives a message or note; without {@code attachmentIds} it carries the writer's uploads that are pinned to the ticket. */
    static Optional<MessageDraft> message(Fields json) {
        List<FileRef> files = files(json);
        return neededText(json, "text").map(text -> {
            MessageDraft draft = MessageDraft.of(text).files(files);
            return json.has("attachmentIds") ? draft : draft.withPinnedUploads();
        });
    }

    /** Gives the files that are named: uploads first, then those held elsewhere. */
    static List<FileRef> files(Fields json) {
        List<FileRef> files = new ArrayList<>(json.allAs("attachmentIds", UploadId::of));
        for (Fields file : json.objects("outsideFiles")) outside(file).ifPresent(files::add);
        return files;
    }

    private static Optional<OutsideFile> outside(Fields file) {
        file.only("filename", "url", "size", "type");
        Optional<String> filename = neededText(file, "filename");
        Optional<String> url = neededText(file, "url");
        Optional<String> type = neededText(file, "type");
        Optional<Long> size = file.wholeNumber("size");
        if (size.isEmpty()) file.missing("size");
        if (filename.isEmpty() || url.isEmpty() || type.isEmpty() || size.isEmpty()) return Optional.empty();
        return Optional.of(new OutsideFile(filename.get(), url.get(), size.get(), type.get()));
    }
}
