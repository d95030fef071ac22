package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.StatusKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Objects are written as the JSON library writes the same maps. */
class JsonTest {

    private static final JsonMapper LIBRARY = JsonMapper.builder().build();

    @Test
    void writesWhatTheLibraryWrites() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cores", 4);
        details.put("load", 0.25);
        details.put("disks", List.of(Map.of("gib", 80L), "none"));
        details.put("nothing", null);
        JsonObject inner = new JsonObject().put("name", "/ \\ \" \u0000 \u001f \u007f \u2028 é 漢 \uD83D\uDE00");
        JsonObject object = new JsonObject();
        Map<String, Object> same = new LinkedHashMap<>();
        put(object, same, "text", "plain");
        put(object, same, "", "no name");
        put(object, same, "na\"me\n", "odd name");
        put(object, same, "number", Long.MIN_VALUE);
        put(object, same, "int", 200);
        put(object, same, "yes", true);
        put(object, same, "nothing", null);
        put(object, same, "some", List.of("a", "b"));
        put(object, same, "mixed", Arrays.asList(1L, null, false, List.of()));
        put(object, same, "key", StatusKey.OPEN);
        put(object, same, "counts", Map.of("open", 7L));
        put(object, same, "details", details);
        object.put("maybe", Optional.of("there")).put("absent", Optional.empty());
        same.put("maybe", "there");
        same.put("absent", null);
        object.put("inner", inner).put("list", List.of(1, 2), number -> new JsonObject().put("n", number));
        same.put("inner", Map.of("name", "/ \\ \" \u0000 \u001f \u007f \u2028 é 漢 \uD83D\uDE00"));
        same.put("list", List.of(Map.of("n", 1), Map.of("n", 2)));
        assertThat(Json.bytes(object)).isEqualTo(LIBRARY.writeValueAsBytes(same));
    }

    @Test
    void writesTextsOfEveryLength() {
        Random random = new Random(4711);
        List<String> texts = new ArrayList<>();
        for (int length = 0; length < 20_000; length = length * 3 / 2 + 1)
            texts.add(random.ints(length, 1, 0xd7ff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        for (String text : texts)
            assertThat(Json.bytes(new JsonObject().put("text", text)))
                    .isEqualTo(LIBRARY.writeValueAsBytes(Map.of("text", text)));
    }

    private static void put(JsonObject object, Map<String, Object> same, String name, Object value) {
        object.put(name, value);
        same.put(name, value);
    }
}
