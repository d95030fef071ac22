package dev.ticketing.memory;

import dev.ticketing.TicketEvent;
import dev.ticketing.spi.Change;
import dev.ticketing.spi.Revision;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.List;

/**
 * One ticket with all that belongs to it. Immutable.
 *
 * @param state the ticket itself
 * @param entries the conversation by rising {@code seq}, each with its files
 * @param files the files of the ticket itself
 * @param revisions every text that was ever written; an edit adds one and takes none away
 * @param events what happened, by rising version
 */
record TicketRow(
        TicketState state,
        List<StoredEntry> entries,
        List<StoredAttachment> files,
        List<Revision> revisions,
        List<TicketEvent> events) {

    static TicketRow opened(Change change) {
        return new TicketRow(change.after(), List.of(), List.of(), List.of(), List.of()).with(change);
    }

    TicketRow with(Change change) {
        List<StoredEntry> changed = new ArrayList<>();
        for (StoredEntry entry : entries) changed.add(edited(entry, change));
        for (StoredEntry entry : change.entries()) changed.add(filed(entry, change));
        return new TicketRow(
                change.after(),
                List.copyOf(changed),
                plus(files, filesOf(0, change)),
                plus(revisions, change.revisions()),
                plus(events, change.events()));
    }

    StoredEntry opening() {
        return entries.get(0);
    }

    private static StoredEntry edited(StoredEntry entry, Change change) {
        StoredEntry edit = change.edits().get(entry.id());
        return edit == null ? entry : entry.withBody(edit.body());
    }

    private static StoredEntry filed(StoredEntry entry, Change change) {
        return entry.withAttachments(filesOf(entry.seq(), change));
    }

    private static List<StoredAttachment> filesOf(long seq, Change change) {
        return change.attachments().stream().filter(file -> file.seq() == seq).toList();
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        if (more.isEmpty()) return list;
        List<T> longer = new ArrayList<>(list);
        longer.addAll(more);
        return List.copyOf(longer);
    }
}
