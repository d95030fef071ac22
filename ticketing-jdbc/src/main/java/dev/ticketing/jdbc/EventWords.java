package dev.ticketing.jdbc;

import dev.ticketing.AttachmentId;
import dev.ticketing.AuthorKind;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.TicketEvent.Actor;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of an event that have a form of their own, as {@link PackedWords}. */
final class EventWords {

    private EventWords() {}

    static String changes(List<FieldChange> changes) {
        List<@Nullable String> words = new ArrayList<>();
        for (FieldChange change : changes) {
            words.add(change.field());
            words.add(change.before().orElse(null));
            words.add(change.after().orElse(null));
        }
        return PackedWords.pack(words);
    }

    static List<FieldChange> changes(String packed) {
        List<@Nullable String> words = PackedWords.unpack(packed);
        List<FieldChange> changes = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 3)
            changes.add(new FieldChange(
                    Objects.requireNonNull(words.get(i)),
                    Optional.ofNullable(words.get(i + 1)),
                    Optional.ofNullable(words.get(i + 2))));
        return List.copyOf(changes);
    }

    static String entry(EntryFact entry) {
        return PackedWords.pack(List.of(
                entry.id().value(),
                Long.toString(entry.seq()),
                Long.toString(entry.portalSeq()),
                Columns.of(entry.kind()),
                entry.author().id(),
                Columns.of(entry.author().kind()),
                Long.toString(entry.revision()),
                Integer.toString(entry.bytes()),
                Boolean.toString(entry.encrypted())));
    }

    static EntryFact entry(String packed) {
        List<String> words = present(packed);
        return new EntryFact(
                new EntryId(words.get(0)),
                Long.parseLong(words.get(1)),
                Long.parseLong(words.get(2)),
                EntryKind.valueOf(words.get(3).toUpperCase(Locale.ROOT)),
                new Actor(words.get(4), AuthorKind.valueOf(words.get(5).toUpperCase(Locale.ROOT))),
                Long.parseLong(words.get(6)),
                Integer.parseInt(words.get(7)),
                Boolean.parseBoolean(words.get(8)));
    }

    static String attachments(List<AttachmentId> ids) {
        return PackedWords.pack(ids.stream().map(AttachmentId::value).toList());
    }

    static List<AttachmentId> attachments(String packed) {
        return present(packed).stream().map(AttachmentId::new).toList();
    }

    private static List<String> present(String packed) {
        List<String> words = new ArrayList<>();
        for (String word : PackedWords.unpack(packed)) words.add(Objects.requireNonNull(word));
        return words;
    }
}
