package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AttachmentId;
import dev.ticketing.AuthorKind;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.TicketEvent.Actor;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several strings in one column. */
class PackedWordsTest {

    @Test
    void givesBackWhatItPacked() {
        List<String> words = Arrays.asList(
                "", null, "-", "3:abc", ":", "a\nb\tc", "12", null, null, "\uD83D\uDE00", " end ", "e\u0301", "'\"\\%");

        assertThat(PackedWords.unpack(PackedWords.pack(words))).isEqualTo(words);
    }

    @Test
    void givesBackNothingForNothing() {
        assertThat(PackedWords.pack(List.of())).isEmpty();
        assertThat(PackedWords.unpack("")).isEmpty();
        assertThat(EventWords.changes("")).isEmpty();
        assertThat(EventWords.attachments("")).isEmpty();
    }

    @Test
    void tellsAMissingWordFromAnEmptyOne() {
        assertThat(PackedWords.unpack(PackedWords.pack(Arrays.asList(null, ""))))
                .containsExactly(null, "");
    }

    @Test
    void keepsTheChangesOfAnEvent() {
        List<FieldChange> changes = List.of(
                new FieldChange("status", Optional.of("open"), Optional.of("closed")),
                new FieldChange("assignee", Optional.empty(), Optional.of("4:-:\n")),
                new FieldChange("tags", Optional.of("a\nb"), Optional.empty()),
                new FieldChange("channel", Optional.of(""), Optional.of("-")));

        assertThat(EventWords.changes(EventWords.changes(changes))).isEqualTo(changes);
    }

    @Test
    void keepsTheEntryAndFilesOfAnEvent() {
        EntryFact entry = new EntryFact(
                new EntryId("tmsg_1"),
                7,
                0,
                EntryKind.NOTE,
                new Actor("who: 3:x \uD83D\uDE00", AuthorKind.AUTOMATION),
                12,
                65_535,
                true);
        List<AttachmentId> files = List.of(new AttachmentId("tatt_1"), new AttachmentId("tatt_2"));

        assertThat(EventWords.entry(EventWords.entry(entry))).isEqualTo(entry);
        assertThat(EventWords.attachments(EventWords.attachments(files))).isEqualTo(files);
    }
}
