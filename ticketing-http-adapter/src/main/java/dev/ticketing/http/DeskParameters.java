package dev.ticketing.http;

import dev.ticketing.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The query parameters of {@code /api/v2/desk}. An unknown one is refused like an unknown field, since a misspelt filter would
 * show everything. Used once, by one thread.
 */
final class DeskParameters {

    private final QueryString query;
    private final Faults faults = new Faults();
    private final List<String> filters = new ArrayList<>();

    private DeskParameters(QueryString query) {
        this.query = query;
    }

    /** Reads parameters of these names. */
    static DeskParameters of(Exchange exchange, String... names) {
        DeskParameters parameters = new DeskParameters(exchange.query());
        parameters.query.only(parameters.faults, names);
        return parameters;
    }

    /** Gives a filter's value as a type whose constructor refuses what cannot be one. */
    <T> Optional<T> filter(String name, Function<String, T> type) {
        return query.value(name, faults).flatMap(text -> {
            bind(name, text);
            try {
                return Optional.of(type.apply(text));
            } catch (IllegalArgumentException e) {
                faults.invalid("/" + name, "must have 1 to 255 characters, none of them a control character");
                return Optional.empty();
            }
        });
    }

    /** Gives all values of a filter that may be repeated; each must be known. */
    <T> Set<T> filters(String name, Function<String, Optional<T>> known, String otherwise) {
        Set<T> values = new LinkedHashSet<>();
        // sorted, so that the same filters in another order are the same filters
        for (String text : new TreeSet<>(query.all(name))) {
            bind(name, text);
            Optional<T> value = known.apply(text);
            if (value.isEmpty()) faults.invalid("/" + name, otherwise);
            else values.add(value.get());
        }
        return values;
    }

    /** Gives the value that a word stands for. */
    <T> Optional<T> oneOf(String name, Map<String, T> values) {
        Optional<String> word = query.value(name, faults);
        if (word.isPresent() && !values.containsKey(word.get()))
            faults.invalid("/" + name, "must be one of " + String.join(", ", values.keySet()));
        return word.flatMap(text -> {
            bind(name, text);
            return Optional.ofNullable(values.get(text));
        });
    }

    /** Gives the last version or sequence number that the client has; 0 from the start. */
    long after() {
        Optional<String> given = query.value("after", faults);
        if (given.isEmpty()) return 0;
        if (given.get().matches("[0-9]{1,18}")) return Long.parseLong(given.get());
        faults.invalid("/after", "must be a whole number from 0");
        return 0;
    }

    int limit(int otherwise, int most) {
        return query.size("limit", otherwise, most, faults);
    }

    /** Reads the place in a list under the filters read so far. */
    Optional<Page.Cursor> place(CursorParameter cursor) {
        return cursor.read(query, faults);
    }

    /** Gives the filters read so far, to bind cursors to. */
    String bound() {
        return DistinctParts.joined(filters);
    }

    private void bind(String name, String text) {
        filters.add(name);
        filters.add(text);
    }

    void refuse(String name, String detail) {
        faults.invalid("/" + name, detail);
    }

    void refuseIfBroken() {
        if (!faults.isEmpty()) throw Refused.query(faults.list());
    }
}
