package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A condition in the making: its words, all ours, and its values, all bound. Not thread-safe. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Where and(String condition, Object... bound) {
        conditions.add(condition);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** Demands one of some values; none named means any. */
    Where andIn(String column, Collection<String> wanted) {
        if (wanted.isEmpty()) return this;
        conditions.add(column + " IN (" + TicketTable.placeholders(wanted.size()) + ")");
        // in a fixed order, so that the same question is the same statement with the same values
        values.addAll(wanted.stream().sorted().toList());
        return this;
    }

    Where and(Where other) {
        conditions.addAll(other.conditions);
        values.addAll(other.values);
        return this;
    }

    String sql() {
        return words(" AND ");
    }

    /** Gives the words with something else than AND between them. */
    String words(String between) {
        return String.join(between, conditions);
    }

    Object[] values() {
        return values.toArray();
    }
}
