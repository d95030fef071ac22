package dev.ticketing.http;

import dev.ticketing.EntryId;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.Violation;
import dev.ticketing.error.Violation.Rule;
import java.util.List;

/** {@code PUT /api/v2/desk/tickets/{id}/entries/{entryId}}: gives an entry another text. */
final class DeskEdit {

    private DeskEdit() {}

    static Reply handle(Exchange exchange) {
        DeskWrite write = DeskWrite.of(exchange);
        write.json().only("text", DeskWrite.SEEN_UP_TO);
        String text = write.json().required("text");
        write.faults().refuseIfAny();
        EntryId entry = entry(exchange.variable("entryId"));
        DeskPaths paths = DeskPaths.ofCommand(DeskCommands.form("edit"), write.json());
        return write.toTicket(paths, DeskAnswers.ticket(exchange), (desk, ticket) -> {
            try {
                desk.edit(ticket, entry, text);
            } catch (InvalidInputException e) {
                throw isUnknownEntry(e.violations()) ? unknown() : e;
            }
        });
    }

    /** What a path names and nobody has is 404, whatever core calls it. */
    private static boolean isUnknownEntry(List<Violation> violations) {
        return violations.stream()
                .anyMatch(violation -> violation.field().equals("entry") && violation.rule() == Rule.UNKNOWN);
    }

    private static EntryId entry(String text) {
        try {
            return EntryId.of(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.because(Refused.Reason.UNKNOWN_PATH, "There is no such entry on this ticket.");
    }
}
