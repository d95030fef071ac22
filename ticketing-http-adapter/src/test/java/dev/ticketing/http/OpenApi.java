package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** One OpenAPI document, and what it says against an answer. Immutable and thread-safe. */
final class OpenApi {

    /** Headers that the container or HTTP itself adds; every other one has to be documented. */
    private static final Set<String> TRANSPORT = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "server",
            "transfer-encoding",
            "vary");

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final SchemaRegistryConfig ENGLISH =
            SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    private static final Map<String, OpenApi> SURFACES = Map.of(
            "/v2/support-tickets", resource("support-tickets"),
            "/api/v2/support", resource("support"),
            "/api/v2/desk", resource("desk"));

    private final JsonNode document;
    private final String iri;
    private final SchemaRegistry schemas;

    private OpenApi(String name, JsonNode document) {
        this.document = document;
        this.iri = "urn:openapi:" + name;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(iri, document.toString())).schemaRegistryConfig(ENGLISH));
    }

    /** One answer, as it came over the wire; header names in lower case. */
    record Answer(String method, String path, int status, Map<String, String> headers, byte[] body) {}

    static OpenApi resource(String name) {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi/" + name + ".json")) {
            return of(name, new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenApi of(String name, String json) {
        return new OpenApi(name, STRICT.readTree(json));
    }

    /** Finds the document of the surface that a path belongs to; help pages belong to none. */
    static Optional<OpenApi> forPath(String path) {
        return SURFACES.keySet().stream()
                .filter(root -> path.equals(root) || path.startsWith(root + "/"))
                .map(SURFACES::get)
                .findFirst();
    }

    JsonNode document() {
        return document;
    }

    /** Lists everything that the document says against an answer. */
    List<String> faults(Answer answer) {
        String responses = responses(answer);
        String response = follow(responses + "/" + answer.status());
        if (document.at(response).isMissingNode())
            return List.of("status " + answer.status() + " is not documented at " + responses);
        List<String> faults = new ArrayList<>(headerFaults(response + "/headers", answer.headers()));
        if (!answer.method().equals("HEAD")) faults.addAll(bodyFaults(response + "/content", answer));
        else if (answer.body().length > 0) faults.add("an answer to HEAD has no body");
        return faults;
    }

    /** Lists what the document says against a JSON body that was accepted; documents must not ask for more than we do. */
    List<String> requestFaults(String method, String path, String json) {
        String body = operation(method, path).orElse("") + "/requestBody/content/application~1json/schema";
        return document.at(body).isMissingNode() ? List.of() : schemaFaults(body, json);
    }

    /** Validates a value against the schema at a JSON Pointer. */
    List<String> schemaFaults(String pointer, String json) {
        return schemas.getSchema(SchemaLocation.of(iri + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Finds the operation's responses; answers to unknown paths and methods are documented in one place of their own. */
    private String responses(Answer answer) {
        return operation(answer.method(), answer.path())
                .map(pointer -> pointer + "/responses")
                .orElse("/x-unrouted");
    }

    private Optional<String> operation(String method, String path) {
        // what GET answers is documented once
        String key = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return template(path)
                .map(template -> "/paths/" + escape(template) + "/" + key)
                .filter(pointer -> !document.at(pointer).isMissingNode());
    }

    /** Finds the path that fits; one without variables goes first. */
    private Optional<String> template(String path) {
        return document.get("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^/]*}", "[^/]+")))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")));
    }

    private List<String> headerFaults(String pointer, Map<String, String> headers) {
        List<String> faults = new ArrayList<>();
        Set<String> undeclared = new TreeSet<>(headers.keySet());
        undeclared.removeAll(TRANSPORT);
        for (String name : document.at(pointer).propertyNames()) {
            String key = name.toLowerCase(Locale.ROOT);
            String declared = follow(pointer + "/" + escape(name));
            String value = headers.get(key);
            undeclared.remove(key);
            if (value == null) {
                if (document.at(declared + "/required").asBoolean(false)) faults.add("header " + name + " is missing");
                continue;
            }
            String quoted = STRICT.writeValueAsString(value);
            for (String fault : schemaFaults(declared + "/schema", quoted)) faults.add("header " + name + ": " + fault);
        }
        for (String name : undeclared) faults.add("header " + name + " is not documented");
        return faults;
    }

    private List<String> bodyFaults(String pointer, Answer answer) {
        JsonNode content = document.at(pointer);
        if (content.isMissingNode()) return answer.body().length == 0 ? List.of() : List.of("no body is documented");
        String type = answer.headers().getOrDefault("content-type", "").replaceFirst("\\s*;.*", "");
        String key = content.has(type) ? type : "*/*";
        if (!content.has(key)) return List.of("content type " + type + " is not documented");
        String schema = pointer + "/" + escape(key) + "/schema";
        if (document.at(schema).isMissingNode()) return List.of();
        String json = new String(answer.body(), UTF_8);
        try {
            STRICT.readTree(json);
        } catch (JacksonException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
        return schemaFaults(schema, json);
    }

    /** Gives the pointer behind references. */
    private String follow(String pointer) {
        Set<String> seen = new LinkedHashSet<>();
        String at = pointer;
        while (document.at(at).has("$ref")) {
            if (!seen.add(at)) throw new IllegalStateException("a reference leads back to itself: " + seen);
            at = document.at(at).get("$ref").asString().substring(1);
        }
        return at;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
