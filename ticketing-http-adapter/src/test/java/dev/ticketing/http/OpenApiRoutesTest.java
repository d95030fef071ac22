package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The documents and the routing table name the same operations with the same scopes, and the documents are served as they are. */
class OpenApiRoutesTest {

    @ParameterizedTest
    @EnumSource(value = Surface.class, names = "PAGES", mode = EnumSource.Mode.EXCLUDE)
    void documentsEveryRouteAndNoOther(Surface surface) {
        Map<String, List<String>> routed = new TreeMap<>();
        for (Route line : Routes.standard().lines())
            if (line.surface() == surface)
                routed.put(line.name(), line.scope().map(Scope::value).stream().toList());
        assertThat(documented(surface)).isEqualTo(routed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-tickets", "support", "desk"})
    void servesEveryDocumentToAnybody(String name) {
        try (Host server = Host.start()) {
            ValidatingClient.Answer answer = server.anonymous().get("/openapi/" + name + ".json");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(answer.json()).isEqualTo(OpenApi.resource(name).document());
        }
    }

    @Test
    void documentsEveryFieldOfEveryCommand() {
        JsonNode schemas = OpenApi.resource("desk").document().at("/components/schemas");
        DeskCommands.forms().forEach((name, form) -> {
            List<String> fields = new ArrayList<>(form.fields());
            fields.add("command");
            assertThat(schemas.at("/" + schema(name) + "/properties").propertyNames())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(fields);
        });
    }

    private static Map<String, List<String>> documented(Surface surface) {
        Map<String, List<String>> operations = new TreeMap<>();
        JsonNode paths =
                OpenApi.forPath(surface.root()).orElseThrow().document().get("paths");
        for (String path : paths.propertyNames())
            for (String method : paths.get(path).propertyNames())
                if (!Set.of("parameters").contains(method))
                    operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path,
                            scopes(paths.get(path).get(method)));
        return operations;
    }

    private static List<String> scopes(JsonNode operation) {
        return operation
                .at("/security/0/bearer")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** {@code edit_opening} is {@code EditOpeningCommand}. */
    private static String schema(String command) {
        StringBuilder schema = new StringBuilder();
        for (String word : command.split("_"))
            schema.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        return schema.append("Command").toString();
    }
}
