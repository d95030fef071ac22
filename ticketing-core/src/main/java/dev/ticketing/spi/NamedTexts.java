package dev.ticketing.spi;

import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.FieldChange;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which revisions an event names: those of its changed texts, before and after, and of its entry. */
public final class NamedTexts {

    private NamedTexts() {}

    /**
     * Lists the revisions that an event names.
     *
     * @param event the event
     * @return their numbers, rising
     */
    public static Set<Long> of(TicketEvent event) {
        Set<Long> revisions = new TreeSet<>();
        for (FieldChange change : event.changes()) {
            of(change.field(), change.before()).ifPresent(revisions::add);
            of(change.field(), change.after()).ifPresent(revisions::add);
        }
        event.entry().ifPresent(entry -> revisions.add(entry.revision()));
        return revisions;
    }

    /**
     * Reads the revision that a field's value in an event names.
     *
     * @param field the field's name
     * @param encoded the value as it stands in the event
     * @return the number, if the field is a text and has a value
     */
    public static Optional<Long> of(String field, Optional<String> encoded) {
        boolean isText = TicketField.named(field)
                .filter(known -> known.form() == TicketField.Form.TEXT)
                .isPresent();
        return isText ? encoded.map(words -> Long.valueOf(words.substring(1))) : Optional.empty();
    }
}
