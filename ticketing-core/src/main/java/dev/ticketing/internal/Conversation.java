package dev.ticketing.internal;

import dev.ticketing.AuthorKind;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.Limits;
import dev.ticketing.MessageDraft;
import dev.ticketing.StatusCategory;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.error.ForbiddenException;
import dev.ticketing.error.TransitionRefusedException;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.TicketField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Decides messages, notes and edits. */
final class Conversation {

    private Conversation() {}

    static void reply(Decision decision, Command.Reply command) {
        MessageDraft draft = command.draft();
        boolean byStaff = decision.caller().author().kind() != AuthorKind.REQUESTER;
        if (draft.status().isPresent() && !byStaff) throw new ForbiddenException("name a status", "only staff may");
        if (decision.status().category() == StatusCategory.CLOSED)
            throw TransitionRefusedException.closed(
                    decision.state().id().value(), decision.status().key().value());
        Limits limits = decision.settings().limits();
        if (decision.state().number(TicketField.MESSAGE_COUNT) >= limits.messages())
            decision.inputs().broken("message", Rule.TOO_MANY, "would be one more than " + limits.messages());
        List<StoredAttachment> files = checked(decision, draft, TicketField.MESSAGE_BYTES);
        draft.status().ifPresent(status -> Progress.isKnown(decision, status));
        if (decision.inputs().anyBroken()) return;
        Changes changes = decision.changes();
        Progress.afterReply(decision, changes, draft.status());
        if (decision.caller().author().kind() == AuthorKind.STAFF
                && decision.state().find(TicketField.FIRST_RESPONDED_AT).isEmpty())
            changes.set(TicketField.FIRST_RESPONDED_AT, decision.now());
        Decision.NewText text = new Decision.NewText(draft.text(), files, draft.encrypted());
        decision.add(Kind.REPLIED, EntryKind.MESSAGE, decision.caller().author(), text, changes);
    }

    static void note(Decision decision, Command.AddNote command) {
        MessageDraft draft = command.draft();
        Limits limits = decision.settings().limits();
        if (draft.status().isPresent())
            decision.inputs().broken("status", Rule.INVALID, "must not be named by a note; move the ticket instead");
        if (decision.state().number(TicketField.NOTE_COUNT) >= limits.messages())
            decision.inputs().broken("message", Rule.TOO_MANY, "would be one more than " + limits.messages());
        List<StoredAttachment> files = checked(decision, draft, TicketField.NOTE_BYTES);
        if (decision.inputs().anyBroken()) return;
        Decision.NewText text = new Decision.NewText(draft.text(), files, draft.encrypted());
        decision.add(Kind.NOTED, EntryKind.NOTE, decision.caller().author(), text, decision.changes());
    }

    static void edit(Decision decision, EntryId id, String text) {
        Optional<StoredEntry> entry = decision.entry(id);
        if (entry.isEmpty()) decision.inputs().broken("entry", Rule.UNKNOWN, "must be an entry of this ticket");
        else if (entry.get().kind() == EntryKind.SYSTEM)
            decision.inputs().broken("entry", Rule.INVALID, "must be a message or a note");
        else edit(decision, entry.get(), "message", text);
    }

    static void edit(Decision decision, StoredEntry entry, String path, String text) {
        decision.inputs().text(path, text, decision.settings().limits().message());
        checkBytes(decision, path, text, entry.portalSeq() == 0 ? TicketField.NOTE_BYTES : TicketField.MESSAGE_BYTES);
        if (decision.inputs().anyBroken() || entry.body().value().equals(text)) return;
        decision.edit(entry, text);
    }

    private static List<StoredAttachment> checked(Decision decision, MessageDraft draft, TicketField<Long> bytesSoFar) {
        decision.inputs()
                .text("message", draft.text(), decision.settings().limits().message());
        checkBytes(decision, "message", draft.text(), bytesSoFar);
        return Files.of(decision, draft.files(), draft.takesPinnedUploads());
    }

    static void checkBytes(Decision decision, String path, String text, TicketField<Long> bytesSoFar) {
        long most = decision.settings().limits().textBytes();
        if (decision.state().number(bytesSoFar) + text.getBytes(StandardCharsets.UTF_8).length > most)
            decision.inputs().broken(path, Rule.TOO_MANY, "would be more than " + most + " bytes on this ticket");
    }
}
