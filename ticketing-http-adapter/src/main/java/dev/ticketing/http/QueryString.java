package dev.ticketing.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters behind the question mark. Read here and not by the container, whose reading would consume form bodies and
 * answer broken encodings in its own words.
 */
final class QueryString {

    private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]*)");

    private final Map<String, List<String>> values;

    private QueryString(Map<String, List<String>> values) {
        this.values = values;
    }

    static QueryString of(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) return new QueryString(values);
        for (String pair : raw.split("&")) {
            if (pair.isEmpty()) continue;
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return new QueryString(values);
    }

    /** Refuses every parameter but these by its name. */
    void only(Faults faults, String... names) {
        for (String name : values.keySet())
            if (!Arrays.asList(names).contains(name))
                faults.invalid("/" + name, "must not be given; there is no such parameter");
    }

    /** Gives a parameter; one that is there twice is a fault, since two layers could pick different ones. */
    Optional<String> value(String name, Faults faults) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) faults.invalid("/" + name, "must be given once");
        return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
    }

    /** Gives all values of a parameter that may be repeated. */
    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /**
     * Gives the size of a page: above the most it is the most, below 1 or not a whole number it is a fault.
     *
     * @param otherwise the size when nothing was said
     * @param most the largest size
     */
    int size(String name, int otherwise, int most, Faults faults) {
        return (int) Math.min(number(name, otherwise, faults), most);
    }

    /** Gives a whole number from 1; anything else is a fault. */
    long number(String name, long otherwise, Faults faults) {
        Optional<String> given = value(name, faults);
        if (given.isEmpty()) return otherwise;
        Matcher number = NUMBER.matcher(given.get());
        // longer numbers mean the same: more than there is
        if (number.matches()) return number.group(1).length() > 18 ? Long.MAX_VALUE : Long.parseLong(number.group(1));
        faults.invalid("/" + name, "must be a whole number from 1");
        return otherwise;
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
            byte[] bytes = decoded.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw Refused.query("must be percent-encoded UTF-8");
        }
    }
}
