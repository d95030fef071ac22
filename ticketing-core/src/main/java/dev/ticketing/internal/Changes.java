package dev.ticketing.internal;

import dev.ticketing.TicketEvent.FieldChange;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that one event changes; a field that already has the value is no change. */
final class Changes {

    private final Decision decision;
    private final List<FieldChange> changes = new ArrayList<>();

    Changes(Decision decision) {
        this.decision = decision;
    }

    /** Sets or clears a field. */
    <T> Changes set(TicketField<T> field, @Nullable T value) {
        Optional<String> before = decision.state().encoded(field);
        Optional<String> after = value == null ? Optional.empty() : Optional.of(field.encode(value));
        if (!before.equals(after)) changes.add(new FieldChange(field.name(), before, after));
        return this;
    }

    /** Sets or clears a list; an empty one is no value. */
    <T> Changes list(TicketField<List<T>> field, List<T> value) {
        return set(field, value.isEmpty() ? null : value);
    }

    /** Sets or clears a text; other words get a revision of their own. */
    Changes text(TicketField<Text> field, Optional<String> words) {
        Text before = decision.state().orNull(field);
        if (words.equals(Optional.ofNullable(before).map(Text::value))) return this;
        return set(field, words.isEmpty() ? null : decision.revision(words.get(), Optional.empty()));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean touches(TicketField<?> field) {
        return changes.stream().anyMatch(change -> change.field().equals(field.name()));
    }

    List<FieldChange> list() {
        return List.copyOf(changes);
    }
}
