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
        TicketState.Builder after = before.toBuilder();
        for (FieldChange change : event.changes()) apply(after, change, texts);
        if (event.entry().isPresent()) apply(after, event, event.entry().get());
        if (event.kind() == TicketEvent.Kind.OPENED) after.with(TicketField.CREATED_AT, event.at());
        after.with(TicketField.VERSION, event.version()).with(TicketField.UPDATED_AT, event.at());
        if (event.audience() == Audience.DESK) return after.build();
        return after.with(TicketField.PORTAL_VERSION, event.portalVersion())
                .with(TicketField.PORTAL_UPDATED_AT, event.at())
                .build();
    }

    private static void apply(TicketState.Builder state, FieldChange change, LongFunction<String> texts) {
        TicketField<?> field = TicketField.named(change.field())
                .orElseThrow(() -> new IllegalArgumentException("no field " + change.field()));
        set(state, field, change, texts);
    }

    @SuppressWarnings("unchecked") // a field of form TEXT has Text values
    private static <T> void set(
            TicketState.Builder state, TicketField<T> field, FieldChange change, LongFunction<String> texts) {
        if (change.after().isEmpty()) {
            state.with(field, null);
            return;
        }
        String after = change.after().get();
        if (field.form() != TicketField.Form.TEXT) {
            state.with(field, field.decode(after));
            return;
        }
        long revision = Long.parseLong(after.substring(1));
        state.with((TicketField<Text>) field, new Text(revision, texts.apply(revision)));
        newest(state, revision);
    }

    private static void apply(TicketState.Builder state, TicketEvent event, EntryFact entry) {
        boolean internal = entry.portalSeq() == 0;
        newest(state, entry.revision());
        plus(state, internal ? TicketField.NOTE_BYTES : TicketField.MESSAGE_BYTES, entry.bytes());
        if (event.kind() == TicketEvent.Kind.EDITED) return;
        state.with(TicketField.SEQ, entry.seq());
        if (!internal) state.with(TicketField.PORTAL_SEQ, entry.portalSeq());
        if (entry.kind() == EntryKind.NOTE) plus(state, TicketField.NOTE_COUNT, 1);
        if (entry.kind() != EntryKind.MESSAGE) return;
        plus(state, TicketField.MESSAGE_COUNT, 1);
        state.with(TicketField.LAST_MESSAGE_AT, event.at());
    }

    private static void newest(TicketState.Builder state, long revision) {
        state.with(TicketField.REVISIONS, Math.max(revision, state.number(TicketField.REVISIONS)));
    }

    private static void plus(TicketState.Builder state, TicketField<Long> field, long more) {
        state.with(field, state.number(field) + more);
    }
}
