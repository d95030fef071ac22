package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shows that the guard over all answers bites: each fault is seeded into an answer that is fine without it. */
class OpenApiTest {

    private static final String TICKETS = "/v2/support-tickets";
    private static final String MESSAGES = "/api/v2/support/tickets/7/messages";
    private static final String REQUEST_ID = "req_01j0000000000000000000000f";
    private static final String PAGE = """
            {"success": true, "data": [{"_id": "tkt_01j0000000000000000000000a", "title": "t", "description": "d",
              "status": "open", "priority": "high", "category": "billing", "client": "c", "assignedTo": null,
              "tags": [], "createdAt": "2030-05-01T08:00:00Z", "updatedAt": "2030-05-01T08:00:00Z"}],
             "pagination": {"page": 1, "limit": 10, "total": 1, "pages": 1}}""";
    private static final String PROBLEM = """
            {"type": "errors/precondition_failed", "title": "Precondition failed", "status": 412, "detail": "d",
             "code": "precondition_failed", "instance": "/api/v2/support/tickets/7/messages",
             "requestId": "req_01j0000000000000000000000f", "timestamp": "2030-05-01T08:00:00.000Z",
             "extensions": {"expected": 1, "actual": 2, "changed": ["status"]}}""";

    @Test
    void acceptsDocumentedAnswers() {
        assertThat(page(PAGE)).isEmpty();
        assertThat(problem(412, PROBLEM)).isEmpty();
    }

    @Test
    void refusesUndeclaredProperty() {
        assertThat(page(PAGE.replace("\"tags\"", "\"noteCount\": 1, \"tags\""))).isNotEmpty();
        assertThat(page(PAGE.replace("\"pages\": 1", "\"pages\": 1, \"staff\": 1")))
                .isNotEmpty();
        assertThat(problem(412, PROBLEM.replace("\"code\"", "\"stack\": \"x\", \"code\"")))
                .isNotEmpty();
    }

    @Test
    void refusesMissingProperty() {
        assertThat(page(PAGE.replace("\"assignedTo\": null,", ""))).isNotEmpty();
        assertThat(problem(412, PROBLEM.replace("\"detail\": \"d\",", ""))).isNotEmpty();
    }

    @Test
    void refusesValueOutsideItsEnum() {
        assertThat(page(PAGE.replace("\"open\"", "\"customer_reply\""))).isNotEmpty();
        assertThat(page(PAGE.replace("\"high\"", "\"critical\""))).isNotEmpty();
    }

    @Test
    void refusesDateOfOtherPrecision() {
        assertThat(page(PAGE.replace("08:00:00Z", "08:00:00.000Z"))).isNotEmpty();
        assertThat(problem(412, PROBLEM.replace("08:00:00.000Z", "08:00:00Z"))).isNotEmpty();
    }

    @Test
    void refusesUndocumentedStatus() {
        assertThat(problem(418, PROBLEM.replace("412", "418")))
                .singleElement()
                .asString()
                .contains("status 418");
    }

    @Test
    void refusesCodeOfAnotherStatus() {
        assertThat(problem(409, PROBLEM.replace("412", "409"))).isNotEmpty();
        assertThat(problem(412, PROBLEM.replace("\"status\": 412", "\"status\": 409")))
                .isNotEmpty();
    }

    @Test
    void refusesMissingHeader() {
        Map<String, String> headers = headers("application/problem+json");
        headers.remove("x-request-id");
        assertThat(OpenApi.resource("support").faults(answer("POST", MESSAGES, 412, headers, PROBLEM)))
                .singleElement()
                .asString()
                .contains("X-Request-Id");
    }

    @Test
    void refusesUndocumentedHeader() {
        Map<String, String> headers = headers("application/json");
        headers.put("x-note-count", "1");
        assertThat(OpenApi.resource("support-tickets").faults(answer("GET", TICKETS, 200, headers, PAGE)))
                .singleElement()
                .asString()
                .contains("x-note-count");
    }

    @Test
    void refusesUndocumentedContentType() {
        assertThat(OpenApi.resource("support")
                        .faults(answer("POST", MESSAGES, 412, headers("application/json"), PROBLEM)))
                .isNotEmpty();
    }

    @Test
    void refusesBodyThatIsNoJson() {
        assertThat(page("{\"success\": true, \"success\": true}")).isNotEmpty();
        assertThat(page("")).isNotEmpty();
    }

    @Test
    void holdsAnswersToUnknownPathsAndMethodsAgainstTheirOwnPlace() {
        String unknown = PROBLEM.replace("precondition_failed", "not_found")
                .replace("Precondition failed", "Not found")
                .replace("412", "404")
                .replaceFirst(",\\s*\"extensions\".*}}", "}");
        OpenApi support = OpenApi.resource("support");
        Map<String, String> headers = headers("application/problem+json");
        assertThat(support.faults(answer("GET", "/api/v2/support/nothing", 404, headers, unknown)))
                .isEmpty();
        assertThat(support.faults(answer("GET", "/api/v2/support/nothing", 200, headers, unknown)))
                .isNotEmpty();
        assertThat(support.faults(answer("DELETE", MESSAGES, 412, headers, PROBLEM)))
                .isNotEmpty();
    }

    @Test
    void refusesAcceptedBodiesThatItDoesNotDescribe() {
        OpenApi desk = OpenApi.resource("desk");
        String path = "/api/v2/desk/tickets/7/notes";
        assertThat(desk.requestFaults("POST", path, "{\"text\": \"a\"}")).isEmpty();
        assertThat(desk.requestFaults("POST", path, "{\"text\": \"a\", \"author\": \"b\"}"))
                .isNotEmpty();
    }

    private static List<String> page(String json) {
        return OpenApi.resource("support-tickets")
                .faults(answer("GET", TICKETS, 200, headers("application/json"), json));
    }

    private static List<String> problem(int status, String json) {
        return OpenApi.resource("support")
                .faults(answer("POST", MESSAGES, status, headers("application/problem+json"), json));
    }

    private static OpenApi.Answer answer(
            String method, String path, int status, Map<String, String> headers, String body) {
        return new OpenApi.Answer(method, path, status, headers, body.getBytes(UTF_8));
    }

    private static Map<String, String> headers(String contentType) {
        return new TreeMap<>(Map.of(
                "x-request-id",
                REQUEST_ID,
                "cache-control",
                "no-store",
                "x-content-type-options",
                "nosniff",
                "content-type",
                contentType,
                "date",
                "now"));
    }
}
