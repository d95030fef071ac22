package dev.ticketing.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one place that knows the JSON library. Reading is strict: whatever two parsers could read differently is refused. */
final class Json {

    static final String MEDIA_TYPE = "application/json";

    private static final int MAX_DEPTH = 32;
    private static final int USUAL_BYTES = 8 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] bytes(JsonObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            new JsonWriter(out).object(object);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads an object.
     *
     * @throws Refused if it is not UTF-8, not JSON, not an object, has a name twice, something behind it or too much depth
     */
    static JsonNode object(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text(body));
        } catch (JacksonException e) {
            // the library's own words would repeat the input
            throw Refused.body("must be one JSON object, without duplicate names and at most " + MAX_DEPTH + " deep");
        }
        if (!node.isObject()) throw Refused.body("must be a JSON object");
        return node;
    }

    /** Decodes before parsing: the library would guess UTF-16 and UTF-32, and mend what is broken. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.body("must be UTF-8");
        }
    }
}
