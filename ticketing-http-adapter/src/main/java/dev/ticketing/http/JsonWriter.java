package dev.ticketing.http;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes objects straight to bytes. What answers are made of is told apart here, since asking the library for a serializer of
 * each value costs more than writing it; everything else, such as what a host tells about a linked object, goes the library's way.
 */
final class JsonWriter {

    private final JsonGenerator out;

    JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    void object(JsonObject object) {
        out.writeStartObject();
        object.forEach(this::field);
        out.writeEndObject();
    }

    private void field(String name, @Nullable Object value) {
        out.writeName(name);
        value(value);
    }

    private void value(@Nullable Object value) {
        if (value == null) out.writeNull();
        else if (value instanceof String text) out.writeString(text);
        else if (value instanceof Long number) out.writeNumber(number);
        else if (value instanceof Integer number) out.writeNumber(number);
        else if (value instanceof Boolean yes) out.writeBoolean(yes);
        else if (value instanceof JsonObject object) object(object);
        else if (value instanceof Collection<?> list) list(list);
        else out.writePOJO(value);
    }

    private void list(Collection<?> list) {
        out.writeStartArray();
        for (Object value : list) value(value);
        out.writeEndArray();
    }
}
