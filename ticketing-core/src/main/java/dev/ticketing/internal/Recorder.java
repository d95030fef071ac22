package dev.ticketing.internal;

import dev.ticketing.EntryKind;
import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.TicketEvent;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.List;

/** Writes the engine's own entries, for hosts that want them: who has the ticket and where it stands. */
final class Recorder {

    private static final List<TicketField<?>> RECORDED = List.of(TicketField.STATUS, TicketField.ASSIGNEE);

    private Recorder() {}

    static void record(Decision decision, TicketState before, Changes changes) {
        if (decision.settings().systemEntries() == SystemEntries.NONE) return;
        for (TicketField<?> field : RECORDED) {
            if (!changes.touches(field)) continue;
            String words = field.name() + ": " + before.encoded(field).orElse("none") + " -> "
                    + decision.state().encoded(field).orElse("none");
            decision.add(
                    TicketEvent.Kind.RECORDED,
                    EntryKind.SYSTEM,
                    decision.caller().author(),
                    new Decision.NewText(words, List.of(), false),
                    decision.changes());
        }
    }
}
