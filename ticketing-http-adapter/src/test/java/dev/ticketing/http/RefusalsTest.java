package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ticketing.http.ValidatingClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every route refuses the same way; the cases come from the routing table. */
class RefusalsTest {

    private static final Host HOST = Host.start();
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    @AfterAll
    static void stop() {
        HOST.close();
    }

    static Stream<Route> routes() {
        return Routes.standard().lines().stream().filter(route -> route.surface() != Surface.PAGES);
    }

    static Stream<Route> guarded() {
        return routes().filter(route -> route.scope().isPresent());
    }

    static Stream<Route> readingJson() {
        return guarded()
                .filter(route -> !route.method().equals("GET"))
                .filter(route -> !route.path().text().contains("attachments"))
                .filter(route -> route.surface() != Surface.DESK);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void asksForACredential(Route route) {
        Answer answer = call(HOST.anonymous(), route);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(route.surface(), answer)).isEqualTo("UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void asksForTheScope(Route route) {
        Answer answer = call(HOST.as("scopeless"), route);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(code(route.surface(), answer)).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesOtherMethodsAndNamesTheRightOnes(Route route) {
        TreeSet<String> allowed = new TreeSet<>();
        routes().filter(other -> other.path().equals(route.path())).forEach(other -> allowed.add(other.method()));
        if (allowed.contains("GET")) allowed.add("HEAD");
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO")) {
            if (allowed.contains(method)) continue;
            Answer answer = HOST.as("grace").send(method, path(route), Optional.empty());
            assertThat(answer.status()).as(method + " " + path(route)).isEqualTo(405);
            assertThat(code(route.surface(), answer)).isEqualTo("METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow")).contains(String.join(", ", allowed));
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesClientsThatTakeNoJson(Route route) {
        Answer answer = call(HOST.as(token(route)).with("Accept", "text/html, application/json;q=0"), route);
        if (route.produces() == Route.Produces.JSON) {
            assertThat(answer.status()).isEqualTo(406);
            assertThat(code(route.surface(), answer)).isEqualTo("NOT_ACCEPTABLE");
        } else {
            assertThat(answer.status()).isNotEqualTo(406);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html, */*;q=0.1", "APPLICATION/JSON;v=1"})
    void servesClientsThatTakeJsonSomehow(String accept) {
        assertThat(HOST.as("ada")
                        .with("Accept", accept)
                        .get("/v2/support-tickets")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("readingJson")
    void refusesOtherContentTypes(Route route) {
        for (String type :
                List.of("text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data")) {
            Answer answer = HOST.as(token(route))
                    .with("Content-Type", type)
                    .send(route.method(), path(route), Optional.of(EMPTY));
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(code(route.surface(), answer)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @ParameterizedTest
    @MethodSource("readingJson")
    void refusesLargeBodies(Route route) {
        // an update may send back all the text of a ticket
        long text = route.method().equals("PUT")
                ? HOST.ticketing().settings().limits().textBytes()
                : 0;
        String large = "x".repeat(Math.toIntExact(RequestBody.MAX_BYTES + text));
        byte[] body = ("{\"a\":\"" + large + "\"}").getBytes(StandardCharsets.UTF_8);
        Answer answer = json(token(route)).send(route.method(), path(route), Optional.of(body));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(code(route.surface(), answer)).isEqualTo("TOO_LARGE");
    }

    static Stream<Arguments> badBodies() {
        List<String> bodies = List.of(
                "x",
                "{",
                "[]",
                "\"text\"",
                "null",
                "{\"message\":\"a\"}{}",
                "{\"message\":\"a\"} trailing",
                "{\"message\":\"a\",\"message\":\"b\"}",
                "{\"x\":{\"y\":1,\"y\":2}}",
                "{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}",
                "{'message':'a'}",
                "{\"message\":NaN}",
                "{\"message\":\"\u0001\"}",
                "// comment\n{}");
        return readingJson().flatMap(route -> bodies.stream().map(body -> arguments(route, body)));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesWhatIsNotOneCleanJsonObject(Route route, String body) {
        Answer answer = json(token(route))
                .send(route.method(), path(route), Optional.of(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(route.surface(), answer))
                .isEqualTo(route.surface() == Surface.SUPPORT_TICKETS ? "INVALID_BODY" : "INVALID_REQUEST");
        if (route.surface() != Surface.SUPPORT_TICKETS)
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readingJson")
    void refusesWhatIsNotUtf8(Route route) {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'},
                "{}".getBytes(StandardCharsets.UTF_16),
                "{}".getBytes(StandardCharsets.UTF_16LE)))
            assertThat(json(token(route))
                            .send(route.method(), path(route), Optional.of(body))
                            .status())
                    .isEqualTo(400);
    }

    @Test
    void takesBodiesAsDeepAsAllowed() {
        String body = "{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}";
        assertThat(HOST.as("ada")
                        .post("/v2/support-tickets", body)
                        .json()
                        .at("/message")
                        .asString())
                .isEqualTo("TITLE_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/support-tickets/a/b",
                "/v2/support-tickets/",
                "/api/v2/support",
                "/api/v2/support/",
                "/api/v2/support/tickets/1/",
                "/api/v2/desk/nowhere",
                "/api/v2/support/actions/close",
                "/V2/support-tickets",
                "/v2",
                "/",
                "/errors",
                "/errors/nonsense"
            })
    void knowsNoOtherPaths(String path) {
        Answer answer = HOST.as("admin").get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(code(Surface.of(path), answer)).isEqualTo("NOT_FOUND");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        Answer get = HOST.as("ada").get("/v2/support-tickets");
        Answer head = HOST.as("ada").send("HEAD", "/v2/support-tickets", Optional.empty());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).contains(Integer.toString(get.bytes().length));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void marksEveryAnswerAsPrivate(Route route) {
        for (Answer answer : new Answer[] {call(HOST.anonymous(), route), call(HOST.as(token(route)), route)}) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Request-Id").orElseThrow()).matches("req_[0-9a-hjkmnp-tv-z]{26}");
        }
    }

    private static Answer call(ValidatingClient client, Route route) {
        return route.method().equals("GET")
                ? client.get(path(route))
                : client.with("Content-Type", "application/json").send(route.method(), path(route), Optional.of(EMPTY));
    }

    private static ValidatingClient json(String token) {
        return HOST.as(token).with("Content-Type", "application/json");
    }

    private static String token(Route route) {
        return route.surface() == Surface.DESK ? "grace" : "ada";
    }

    private static String path(Route route) {
        return route.path().text().replaceAll("\\{[^}]*}", "tkt_0000000000000000000000000z");
    }

    private static String code(Surface surface, Answer answer) {
        if (surface != Surface.SUPPORT_TICKETS)
            return answer.json().at("/code").asString().toUpperCase(Locale.ROOT);
        return answer.json().has("code")
                ? answer.json().at("/code").asString()
                : answer.json().at("/message").asString();
    }
}
