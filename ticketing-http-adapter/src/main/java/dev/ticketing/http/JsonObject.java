package dev.ticketing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object to be written: its fields in the order in which they were put, absent values as {@code null}. */
final class JsonObject {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Puts a text, number, boolean, object or list, or nothing as {@code null}. */
    JsonObject put(String name, @Nullable Object value) {
        fields.put(name, value instanceof JsonObject object ? object.fields : value);
        return this;
    }

    /** Puts what is there, or {@code null}. */
    JsonObject put(String name, Optional<?> value) {
        return put(name, (@Nullable Object) value.orElse(null));
    }

    /** Puts a list of objects. */
    <T> JsonObject put(String name, List<T> values, Function<? super T, JsonObject> body) {
        fields.put(name, values.stream().map(value -> body.apply(value).fields).toList());
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
