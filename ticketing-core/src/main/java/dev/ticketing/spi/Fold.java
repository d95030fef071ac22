package dev.ticketing.spi;

import dev.ticketing.Audience;
import dev.ticketing.EntryKind;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.EntryFact;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.function.LongFunction;

/**
 * The one rule that turns events into tickets. Decisions use it to make the state that is stored, so that folding the stored
 * events again gives the same.
 */
public final class Fold {

    private Fold() {}

    /**
     * Applies one event.
     *
     * @param before the ticket as the events before it made it; empty before the first
     * @param event the event
     * @param texts finds the words of a revision
     * @return the ticket after it
     */
    public static TicketState apply(TicketState before, TicketEvent event, LongFunction<String> texts) {
        TicketState after = before;
        for (FieldChange change : event.changes()) after = apply(after, change, texts);
        if (event.entry().isPresent()) after = apply(after, event, event.entry().get());
        if (event.kind() == TicketEvent.Kind.OPENED) after = after.with(TicketField.CREATED_AT, event.at());
        after = after.with(TicketField.VERSION, event.version()).with(TicketField.UPDATED_AT, event.at());
        if (event.audience() == Audience.DESK) return after;
        return after.with(TicketField.PORTAL_VERSION, event.portalVersion())
                .with(TicketField.PORTAL_UPDATED_AT, event.at());
    }

    private static TicketState apply(TicketState state, FieldChange change, LongFunction<String> texts) {
        TicketField<?> field = TicketField.named(change.field())
                .orElseThrow(() -> new IllegalArgumentException("no field " + change.field()));
        return set(state, field, change, texts);
    }

    @SuppressWarnings("unchecked") // a field of form TEXT has Text values
    private static <T> TicketState set(
            TicketState state, TicketField<T> field, FieldChange change, LongFunction<String> texts) {
        if (change.after().isEmpty()) return state.with(field, null);
        String after = change.after().get();
        if (field.form() != TicketField.Form.TEXT) return state.with(field, field.decode(after));
        long revision = Long.parseLong(after.substring(1));
        Text text = new Text(revision, texts.apply(revision));
        return newest(state.with((TicketField<Text>) field, text), revision);
    }

    private static TicketState apply(TicketState state, TicketEvent event, EntryFact entry) {
        boolean internal = entry.portalSeq() == 0;
        TicketState after = newest(state, entry.revision());
        after = plus(after, internal ? TicketField.NOTE_BYTES : TicketField.MESSAGE_BYTES, entry.bytes());
        if (event.kind() == TicketEvent.Kind.EDITED) return after;
        after = after.with(TicketField.SEQ, entry.seq());
        if (!internal) after = after.with(TicketField.PORTAL_SEQ, entry.portalSeq());
        if (entry.kind() == EntryKind.NOTE) return plus(after, TicketField.NOTE_COUNT, 1);
        if (entry.kind() == EntryKind.SYSTEM) return after;
        return plus(after, TicketField.MESSAGE_COUNT, 1).with(TicketField.LAST_MESSAGE_AT, event.at());
    }

    private static TicketState newest(TicketState state, long revision) {
        return state.with(TicketField.REVISIONS, Math.max(revision, state.number(TicketField.REVISIONS)));
    }

    private static TicketState plus(TicketState state, TicketField<Long> field, long more) {
        return state.with(field, state.number(field) + more);
    }
}
