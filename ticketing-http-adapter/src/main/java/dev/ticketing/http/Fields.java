package dev.ticketing.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object that a client sent, read by name and type. What is wrong is collected, never thrown, and the
 * reader goes on with nothing. Absent and {@code null} are the same unless {@link #has} is asked. Not thread-safe.
 */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final Faults faults;

    private Fields(JsonNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    static Fields of(byte[] body, Faults faults) {
        return new Fields(Json.object(body), "", faults);
    }

    /** Says whether the field is there, be it as {@code null}. */
    boolean has(String name) {
        return object.has(name);
    }

    /** Says whether the field is there as {@code null}. */
    boolean isNull(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isNull();
    }

    /** Gives a text that must be there and not be blank; after a fault it is empty. */
    String required(String name) {
        String text = text(name).orElse("");
        // a fault about the type is there already and keeps this one out
        if (text.isBlank()) faults.missing(at(name), "must be given and not be blank");
        return text;
    }

    /** Notes that a field is missing, unless something else is wrong with it already. */
    void missing(String name) {
        faults.missing(at(name), "must be given");
    }

    /** Refuses {@code null} where only leaving the field out says "no change". */
    void refuseNull(String... names) {
        for (String name : names) if (isNull(name)) faults.missing(at(name), "must not be null");
    }

    Optional<String> text(String name) {
        JsonNode node = present(name);
        if (node == null) return Optional.empty();
        if (node.isString()) return Optional.of(node.stringValue());
        faults.invalid(at(name), "must be a string");
        return Optional.empty();
    }

    Optional<Boolean> flag(String name) {
        JsonNode node = present(name);
        if (node == null) return Optional.empty();
        if (node.isBoolean()) return Optional.of(node.booleanValue());
        faults.invalid(at(name), "must be true or false");
        return Optional.empty();
    }

    Optional<Long> wholeNumber(String name) {
        JsonNode node = present(name);
        if (node == null) return Optional.empty();
        if (node.isIntegralNumber() && node.canConvertToLong()) return Optional.of(node.longValue());
        faults.invalid(at(name), "must be a whole number");
        return Optional.empty();
    }

    /** Gives the value that a text stands for. */
    <T> Optional<T> oneOf(String name, Map<String, T> values) {
        Optional<String> text = text(name);
        if (text.isEmpty()) return Optional.empty();
        if (text.get().isBlank()) faults.missing(at(name), "must not be blank");
        else if (!values.containsKey(text.get()))
            faults.invalid(at(name), "must be one of " + String.join(", ", values.keySet()));
        return Optional.ofNullable(values.get(text.get()));
    }

    /** Gives a text as a type whose constructor refuses what cannot be one. */
    <T> Optional<T> as(String name, Function<String, T> type) {
        Optional<String> text = text(name);
        if (text.isEmpty()) return Optional.empty();
        return typed(at(name), text.get(), type);
    }

    /** Gives texts as a type whose constructor refuses what cannot be one. */
    <T> List<T> allAs(String name, Function<String, T> type) {
        List<T> values = new ArrayList<>();
        int index = 0;
        for (String text : texts(name))
            typed(at(name) + "/" + index++, text, type).ifPresent(values::add);
        return values;
    }

    /** Gives the texts of a list; what is none is an empty one, so that those behind it keep their places. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode element : elements(name)) {
            if (element.isString()) texts.add(element.stringValue());
            else {
                faults.invalid(at(name) + "/" + index, "must be a string");
                texts.add("");
            }
            index++;
        }
        return texts;
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode element : elements(name)) {
            String place = at(name) + "/" + index++;
            if (element.isObject()) objects.add(new Fields(element, place, faults));
            else faults.invalid(place, "must be an object");
        }
        return objects;
    }

    Optional<Fields> object(String name) {
        JsonNode node = present(name);
        if (node == null) return Optional.empty();
        if (node.isObject()) return Optional.of(new Fields(node, at(name), faults));
        faults.invalid(at(name), "must be an object");
        return Optional.empty();
    }

    /** Refuses a field by its name. */
    void refuse(String name, String detail) {
        if (has(name)) faults.invalid(at(name), detail);
    }

    /** Refuses every field but these by its name. */
    void only(String... names) {
        List<String> known = Arrays.asList(names);
        for (String name : object.propertyNames())
            if (!known.contains(name)) faults.invalid(at(escaped(name)), "must not be given; there is no such field");
    }

    private <T> Optional<T> typed(String place, String text, Function<String, T> type) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException e) {
            if (text.isBlank()) faults.missing(place, "must not be blank");
            else faults.invalid(place, "must have 1 to 255 characters, none of them a control character");
            return Optional.empty();
        }
    }

    private Iterable<JsonNode> elements(String name) {
        JsonNode node = present(name);
        if (node == null) return List.of();
        if (node.isArray()) return node;
        faults.invalid(at(name), "must be a list");
        return List.of();
    }

    private @Nullable JsonNode present(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private String at(String name) {
        return pointer + "/" + name;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
