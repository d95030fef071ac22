package dev.ticketing.internal;

import dev.ticketing.spi.TicketField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a command touches, by the names of fields. Two commands of which neither reads or writes what the other one changes land
 * in any order with the same result; tests hold every pair of commands to that.
 *
 * @param reads what its decision depends on
 * @param writes what it replaces, whatever was there
 * @param merges what it changes from whatever is there: elements of lists, and what follows from a move
 */
record Footprint(Set<String> reads, Set<String> writes, Set<String> merges) {

    /** Stands for the texts of messages and notes, which are no field. */
    static final String TEXTS = "texts";

    /** What follows from moves between statuses. */
    private static final List<TicketField<?>> MOVES =
            List.of(TicketField.RESOLVED_AT, TicketField.CLOSED_AT, TicketField.RESOLUTION, TicketField.REOPENED_COUNT);

    static Footprint nothing() {
        return new Footprint(Set.of(), Set.of(), Set.of());
    }

    static Footprint texts() {
        return new Footprint(Set.of(), Set.of(TEXTS), Set.of());
    }

    static Footprint writes(TicketField<?>... fields) {
        return new Footprint(Set.of(), names(List.of(fields)), Set.of());
    }

    static Footprint merges(TicketField<?>... fields) {
        return new Footprint(Set.of(), Set.of(), names(List.of(fields)));
    }

    /** A command that moves the ticket by its status, and may say more. */
    static Footprint moves(TicketField<?>... more) {
        Set<String> status = Set.of(TicketField.STATUS.name());
        Set<String> writes = names(List.of(more));
        writes.addAll(status);
        return new Footprint(status, writes, names(MOVES));
    }

    Footprint reading(TicketField<?>... fields) {
        return new Footprint(names(List.of(fields)), writes, merges);
    }

    Footprint merging(TicketField<?>... fields) {
        Set<String> all = names(List.of(fields));
        all.addAll(merges);
        return new Footprint(reads, writes, all);
    }

    /** Says whether a change of a field by somebody else is an obstacle. */
    boolean minds(String field) {
        return reads.contains(field) || writes.contains(field);
    }

    private static Set<String> names(List<TicketField<?>> fields) {
        Set<String> names = new LinkedHashSet<>();
        for (TicketField<?> field : fields) names.add(field.name());
        return names;
    }
}
