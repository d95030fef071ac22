package dev.ticketing.samples.supportdesk;

import static dev.ticketing.samples.supportdesk.Markdown.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.error.ErrorCode;
import dev.ticketing.http.TicketingServlet;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tables of routes and errors equal to what the servlet says. */
class DocWireTest {

    private static final List<String> SURFACES = List.of("SUPPORT_TICKETS", "SUPPORT", "DESK");
    private static final List<String> DOCUMENTS = List.of("support-tickets", "support", "desk");

    @Test
    void printsTheRoutesOfTheOpenApiDocuments() throws Exception {
        List<List<String>> routes = new ArrayList<>();
        for (String document : DOCUMENTS) routes.addAll(routes(document));
        assertThat(Markdown.page("docs/http-v2.md").table("Method", "Path", "Scope", "What it does"))
                .isEqualTo(routes);
    }

    @Test
    void printsStatusAndCodeOfEveryErrorCode() throws Exception {
        assertThat(errors("ErrorCode")).isEqualTo(mapping(ErrorCode.class));
    }

    @Test
    void printsStatusAndCodeOfEveryRefusalOfTheAdapter() throws Exception {
        assertThat(errors("Reason")).isEqualTo(mapping(http("Refused$Reason")));
    }

    private static List<List<String>> errors(String first) {
        return Markdown.page("docs/errors.md")
                .table(first, code("/v2/support-tickets"), code("/api/v2/support"), code("/api/v2/desk"));
    }

    private static List<List<String>> routes(String document) throws Exception {
        List<List<String>> routes = new ArrayList<>();
        try (InputStream json = TicketingServlet.class.getResourceAsStream("openapi/" + document + ".json")) {
            JsonNode paths = JsonMapper.shared().readTree(json).get("paths");
            for (Map.Entry<String, JsonNode> path : paths.properties())
                for (Map.Entry<String, JsonNode> method : path.getValue().properties())
                    if (method.getValue().has("operationId"))
                        routes.add(List.of(
                                method.getKey().toUpperCase(Locale.ROOT),
                                code(path.getKey()),
                                code(method.getValue()
                                        .at("/security/0/bearer/0")
                                        .asString()),
                                method.getValue().get("summary").asString()));
        }
        return routes;
    }

    /** Asks the adapter's one mapping, which is hidden from hosts on purpose; a test may look. */
    private static List<List<String>> mapping(Class<?> constants) throws Exception {
        Class<?> surface = http("Surface");
        Method problem = open(http("Problems").getDeclaredMethod("of", constants, surface));
        Method status = open(problem.getReturnType().getDeclaredMethod("status"));
        Method wireCode = open(problem.getReturnType().getDeclaredMethod("code", surface));
        List<List<String>> rows = new ArrayList<>();
        for (Object constant : constants.getEnumConstants()) {
            List<String> row = new ArrayList<>(List.of(code(constant)));
            for (String name : SURFACES) {
                Object on =
                        open(surface.getDeclaredMethod("valueOf", String.class)).invoke(null, name);
                Object found = problem.invoke(null, constant, on);
                row.add(status.invoke(found) + " " + code(wireCode.invoke(found, on)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Class<?> http(String type) throws ClassNotFoundException {
        return Class.forName("dev.ticketing.http." + type);
    }

    private static Method open(Method method) {
        method.setAccessible(true);
        return method;
    }
}
