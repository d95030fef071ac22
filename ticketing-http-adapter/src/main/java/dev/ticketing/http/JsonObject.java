package dev.ticketing.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object to be written: its fields in the order in which they were put, absent values as {@code null}. A name is put once;
 * nobody looks a field up, so names and values stand in one array and {@link Json} writes them as they stand.
 */
final class JsonObject {

    private static final int FEW = 16;

    private @Nullable Object[] slots = new @Nullable Object[FEW];
    private int used;

    /** Puts a text, number, boolean, object or list, or nothing as {@code null}. */
    JsonObject put(String name, @Nullable Object value) {
        if (used == slots.length) slots = Arrays.copyOf(slots, 2 * used);
        slots[used++] = name;
        slots[used++] = value;
        return this;
    }

    /** Puts what is there, or {@code null}. */
    JsonObject put(String name, Optional<?> value) {
        return put(name, (@Nullable Object) value.orElse(null));
    }

    /** Puts a list of objects. */
    <T> JsonObject put(String name, List<T> values, Function<? super T, JsonObject> body) {
        List<JsonObject> bodies = new ArrayList<>(values.size());
        for (T value : values) bodies.add(body.apply(value));
        return put(name, bodies);
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Takes the fields one by one. */
    void forEach(Field field) {
        for (int i = 0; i < used; i += 2) field.take(String.valueOf(slots[i]), slots[i + 1]);
    }

    /** Takes a field. */
    @FunctionalInterface
    interface Field {
        void take(String name, @Nullable Object value);
    }
}
