package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Scope;
import dev.ticketing.TicketDraft;
import dev.ticketing.http.ValidatingClient.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskRefusalsTest {

    private static final String TICKETS = "/api/v2/desk/tickets";

    private static Host host;
    private static ValidatingClient grace;

    private String ticket;

    @BeforeAll
    static void start() {
        host = Host.start();
        grace = host.as("grace");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void open() {
        ticket = TICKETS + "/"
                + host.ticketing()
                        .portal(Host.ADA)
                        .open(TicketDraft.of("Mail", "It is slow."))
                        .id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    actions/assign     | {}                                               | /agent
                    actions/assign     | {"agent": ""}                                    | /agent
                    actions/assign     | {"agent": 7}                                     | /agent
                    actions/assign     | {"agent": "a", "note": "b"}                      | /note
                    actions/take       | {"agent": "a"}                                   | /agent
                    actions/move       | {"status": "nowhere"}                            | /status
                    actions/prioritise | {"priority": "huge"}                             | /priority
                    actions/prioritise | {}                                               | /priority
                    actions/categorise | {"category": "x"}                                | /category
                    actions/transfer   | {"department": "x"}                              | /department
                    actions/retitle    | {"subject": " "}                                 | /subject
                    actions/tag        | {}                                               | /tags
                    actions/tag        | {"tags": "a"}                                    | /tags
                    actions/tag        | {"tags": ["a", 7]}                               | /tags/1
                    actions/tag        | {"tags": ["a"], "audience": "all"}               | /audience
                    actions/cc         | {"emails": ["a@example.org", "b"]}               | /emails/1
                    actions/link       | {"type": "vps", "id": "vps_bob"}                 | /id
                    actions/link       | {"type": "vps"}                                  | /id
                    actions/conclude   | {}                                               | /resolution
                    actions/attach     | {"attachmentIds": ["satt_none"]}                 | /attachmentIds/0
                    actions/attach     | {"outsideFiles": [{"filename": "a"}]}            | /outsideFiles/0/size /outsideFiles/0/type /outsideFiles/0/url
                    actions/attach     | {"outsideFiles": [{"filename": "a", "url": "ftp://a", "size": 1, "type": "text/plain"}]} | /outsideFiles/0/url
                    messages           | {}                                               | /text
                    messages           | {"text": "a", "attachmentIds": ["satt_none"]}    | /attachmentIds/0
                    messages           | {"text": "a", "status": "nowhere"}               | /status
                    messages           | {"text": "a", "seenUpTo": "1"}                   | /seenUpTo
                    messages           | {"text": "a", "seenUpTo": -1}                    | /seenUpTo
                    actions/take       | {"seenUpTo": -1}                                 | /seenUpTo
                    notes              | {"text": "a", "status": "open"}                  | /status
                    notes              | {"text": "", "sender": "x"}                      | /sender /text
                    """)
    void refusesFieldsByName(String path, String body, String pointers) {
        Answer answer = grace.post(ticket + "/" + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(pointers(answer)).containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(grace.get(ticket).json().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void namesEverythingThatIsWrongWithANewTicketAtOnce() {
        int before = grace.get("/api/v2/desk/counts").json().at("/total").asInt();
        Answer answer = grace.post(TICKETS, """
                {"requester": {"id": "client_1", "phone": "1"}, "subject": "", "priority": "x", "category": "x", "department": "x",
                 "tags": [" "], "cc": ["nobody"], "links": [{"type": "vps", "id": "vps_bob"}], "internalTags": []}
                """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(pointers(answer))
                .contains("/requester/phone", "/subject", "/message", "/priority", "/category", "/department")
                .contains("/tags/0", "/cc/0", "/links/0", "/internalTags");
        assertThat(pointers(grace.post(TICKETS, "{}"))).containsExactlyInAnyOrder("/requester", "/subject", "/message");
        assertThat(grace.get("/api/v2/desk/counts").json().at("/total").asInt()).isEqualTo(before);
    }

    @Test
    void refusesExternalIdsThatAreTaken() {
        String body = "{\"requester\": {\"id\": \"c\"}, \"subject\": \"a\", \"message\": \"b\", \"externalId\": \"x\"}";
        assertThat(grace.post(TICKETS, body).status()).isEqualTo(201);
        Answer taken = grace.post(TICKETS, body);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().at("/code").asString()).isEqualTo("conflict");
    }

    @Test
    void letsNobodyInWithoutAgentAndScope() {
        assertThat(host.anonymous().get(TICKETS).status()).isEqualTo(401);
        assertThat(host.as("nobody").get(TICKETS).status()).isEqualTo(401);
        assertThat(host.as("ada").get(TICKETS).status()).isEqualTo(403);
        assertThat(host.as("readonly").post(TICKETS, "{}").status()).isEqualTo(403);
        assertThat(host.as("admin").get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void keepsRequestersOutWhateverTheirScopes() {
        try (Host other = Host.start(
                "/*",
                settings -> settings,
                servlet -> servlet.caller(
                        request -> Optional.of(Host.ADA.scopes(Set.of(Scope.READ_DESK, Scope.WRITE_DESK)))))) {
            assertThat(other.anonymous().get(TICKETS).status()).isEqualTo(403);
        }
    }

    @Test
    void letsReadersReadOnly() {
        try (Host other = Host.start(
                "/*",
                settings -> settings,
                servlet -> servlet.caller(request -> Optional.of(Host.GRACE.scopes(Set.of(Scope.READ_DESK)))))) {
            assertThat(other.anonymous().get(TICKETS).status()).isEqualTo(200);
            assertThat(other.anonymous().post(TICKETS, "{}").status()).isEqualTo(403);
            assertThat(other.anonymous().post(TICKETS + "/1/actions/take").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesBodiesThatAreNotOneJsonObject() {
        for (String body :
                List.of("", "[]", "{\"text\": \"a\", \"text\": \"b\"}", "{\"text\": \"a\"} {}", "{\"text\"", "null"))
            assertThat(grace.post(ticket + "/messages", body).status()).as(body).isEqualTo(400);
        Answer form = grace.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", ticket + "/messages", Optional.of("text=a".getBytes(UTF_8)));
        assertThat(form.status()).isEqualTo(415);
        assertThat(grace.with("Accept", "text/html").get(ticket).status()).isEqualTo(406);
    }

    @Test
    void answersUnknownPathsAndMethods() {
        assertThat(grace.get("/api/v2/desk/nothing").status()).isEqualTo(404);
        assertThat(grace.post(ticket + "/actions/fly").status()).isEqualTo(404);
        Answer wrong = grace.send("DELETE", ticket, Optional.empty());
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).contains("GET, HEAD");
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        Answer head = grace.send("HEAD", ticket, Optional.empty());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).contains("\"v1\"");
        assertThat(head.bytes()).isEmpty();
    }

    private static List<String> pointers(Answer answer) {
        return answer.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").asString())
                .toList();
    }
}
