package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds the documents themselves to what makes them worth validating against: nothing open, nothing dangling, nothing unused. */
class OpenApiDocumentsTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @ParameterizedTest
    @ValueSource(strings = {"support-tickets", "support", "desk"})
    void resolvesEveryReference(String name) {
        JsonNode document = OpenApi.resource(name).document();
        List<String> dangling = new ArrayList<>();
        references(document, reference -> {
            if (document.at(reference).isMissingNode()) dangling.add(reference);
        });
        assertThat(dangling).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-tickets", "support", "desk"})
    void usesEveryComponent(String name) {
        JsonNode document = OpenApi.resource(name).document();
        Set<String> unused = new TreeSet<>();
        for (String kind : List.of("parameters", "headers", "schemas", "responses"))
            document.at("/components/" + kind)
                    .propertyNames()
                    .forEach(key -> unused.add("/components/" + kind + "/" + key));
        references(document, unused::remove);
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-tickets", "support", "desk"})
    void closesEveryObjectOfAnAnswer(String name) {
        JsonNode document = OpenApi.resource(name).document();
        List<String> open = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        eachOperation(
                document,
                (operation, pointer) -> operation
                        .get("responses")
                        .propertyNames()
                        .forEach(status -> {
                            JsonNode response =
                                    behind(document, operation.get("responses").get(status));
                            response.path("content")
                                    .forEach(media -> collectOpen(document, media.path("schema"), pointer, open, seen));
                        }));
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-tickets", "support", "desk"})
    void documentsWhatEveryOperationCanAnswer(String name) {
        JsonNode document = OpenApi.resource(name).document();
        Set<String> operations = new HashSet<>();
        eachOperation(document, (operation, pointer) -> {
            assertThat(operations.add(operation.get("operationId").asString()))
                    .as(pointer)
                    .isTrue();
            assertThat(operation.at("/security/0/bearer")).as(pointer).hasSize(1);
            assertThat(operation.get("responses").propertyNames())
                    .as(pointer)
                    .contains("401", "403", "406", "429", "500", "503")
                    .anyMatch(status -> status.startsWith("2"));
            if (operation.has("requestBody"))
                assertThat(operation.get("responses").propertyNames())
                        .as(pointer)
                        .contains("400", "409", "413", "415");
            operation
                    .get("responses")
                    .forEach(response -> assertThat(
                                    behind(document, response).get("headers").propertyNames())
                            .as(pointer)
                            .contains("X-Request-Id", "Cache-Control"));
        });
    }

    /** Everything in an answer is closed and required, but problem details' members of some codes and the host's own details. */
    private static void collectOpen(
            JsonNode document, JsonNode schema, String pointer, List<String> open, Set<String> seen) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            boolean composed = Set.of("#/components/schemas/Problem", "#/components/schemas/TicketFacts")
                    .contains(reference);
            if (!composed && seen.add(reference))
                collectOpen(document, behind(document, schema), reference, open, seen);
            return;
        }
        boolean composed = schema.has("allOf") || !schema.has("properties");
        boolean closed = schema.path("additionalProperties").isBoolean()
                || schema.path("unevaluatedProperties").isBoolean();
        if (!composed && !closed) open.add(pointer + " " + schema);
        for (String keyword : List.of("oneOf", "anyOf", "properties"))
            schema.path(keyword).forEach(part -> collectOpen(document, part, pointer, open, seen));
        if (schema.has("items")) collectOpen(document, schema.get("items"), pointer, open, seen);
    }

    private static void eachOperation(JsonNode document, BiConsumer<JsonNode, String> visit) {
        JsonNode paths = document.get("paths");
        for (String path : paths.propertyNames())
            for (String method : paths.get(path).propertyNames())
                if (METHODS.contains(method)) visit.accept(paths.get(path).get(method), method + " " + path);
    }

    private static JsonNode behind(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static void references(JsonNode node, java.util.function.Consumer<String> visit) {
        if (node.has("$ref")) visit.accept(node.get("$ref").asString().substring(1));
        node.forEach(child -> references(child, visit));
    }
}
