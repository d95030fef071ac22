package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.TicketId;
import dev.ticketing.http.ValidatingClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code PUT /v2/support-tickets/{id}} does for whom. */
class SupportTicketsUpdateTest {

    private final Host host = Host.start();
    private String id = "";

    @BeforeEach
    void open() {
        id = SupportTicketsContractTest.id(
                host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void letsStaffChangeEverythingAtOnce() {
        JsonNode data = put("grace", """
                        {"title":"Other","description":"Other words.","status":"resolved","priority":"urgent",\
                        "category":"billing","assignedTo":"agent_2","tags":["b","a"],"resolution":"Paid back.",\
                        "message":"Done.","attachments":[{"filename":"b.txt","url":"https://storage.example.org/b.txt",\
                        "size":1,"type":"text/plain"}],"_id":"x","client":"client_2","createdAt":"y","resolvedAt":1}""").json().at("/data");
        assertThat(data.at("/title").asString()).isEqualTo("Other");
        assertThat(data.at("/description").asString()).isEqualTo("Other words.");
        assertThat(data.at("/threads/0/message").asString()).isEqualTo("Other words.");
        assertThat(data.at("/threads/1/message").asString()).isEqualTo("Done.");
        assertThat(data.at("/status").asString()).isEqualTo("resolved");
        assertThat(data.at("/priority").asString()).isEqualTo("urgent");
        assertThat(data.at("/category").asString()).isEqualTo("billing");
        assertThat(data.at("/assignedTo").asString()).isEqualTo("agent_2");
        assertThat(data.at("/tags").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(data.at("/resolution").asString()).isEqualTo("Paid back.");
        assertThat(data.at("/resolvedAt").asString()).isEqualTo("2026-04-27T11:45:00Z");
        assertThat(data.at("/attachments").size()).isEqualTo(2);
        assertThat(data.at("/client").asString()).isEqualTo("client_1");
    }

    @Test
    void clearsAssigneeAndResolutionByNull() {
        put("grace", "{\"assignedTo\":\"agent_1\",\"resolution\":\"Soon.\"}");
        JsonNode data =
                put("grace", "{\"assignedTo\":null,\"resolution\":null}").json().at("/data");
        assertThat(data.at("/assignedTo").isNull()).isTrue();
        assertThat(data.at("/resolution").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace"})
    void changesNothingWhenTheWholeTicketComesBack(String token) {
        put("grace", "{\"assignedTo\":\"agent_1\",\"message\":\"Hello.\",\"resolution\":\"None yet.\"}");
        Answer read = host.as(token).get("/v2/support-tickets/" + id);
        Answer written = put(token, read.json().at("/data").toString());
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.text()).isEqualTo(read.text());
        assertThat(written.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @Test
    void changesNothingWhenALargeTicketComesBack() {
        String message = "{\"message\":\"" + "x".repeat(65_000) + "\"}";
        for (int i = 0; i < 20; i++) put("ada", message);
        Answer read = host.as("ada").get("/v2/support-tickets/" + id);
        Answer written = put("ada", read.json().at("/data").toString());
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Mine\"}",
                "{\"description\":\"Mine\"}",
                "{\"priority\":\"low\"}",
                "{\"category\":\"general\"}",
                "{\"assignedTo\":\"agent_1\"}",
                "{\"tags\":[]}",
                "{\"resolution\":\"Mine\"}",
                "{\"status\":\"in_progress\"}",
                "{\"status\":\"pending\"}",
                "{\"status\":\"resolved\"}",
                "{\"message\":\"Hello.\",\"priority\":\"low\"}",
                "{\"attachments\":[{\"filename\":\"a\",\"url\":\"https://a.example.org/a\",\"size\":1,\"type\":\"text/plain\"}]}"
            })
    void refusesOtherChangesByARequesterWhole(String body) {
        String before = host.as("ada").get("/v2/support-tickets/" + id).text();
        Answer refused = put("ada", body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo("{\"message\":\"The credential does not allow this\",\"code\":\"FORBIDDEN\"}");
        assertThat(host.as("ada").get("/v2/support-tickets/" + id).text()).isEqualTo(before);
    }

    @Test
    void letsARequesterWriteCloseAndReopen() {
        put("grace", "{\"status\":\"in_progress\"}");
        JsonNode closed = put("ada", "{\"message\":\"It works again.\",\"status\":\"closed\"}")
                .json()
                .at("/data");
        assertThat(closed.at("/status").asString()).isEqualTo("closed");
        assertThat(closed.at("/threads/1/type").asString()).isEqualTo("user");
        assertThat(put("ada", "{\"message\":\"Hello?\"}").text())
                .isEqualTo("{\"error\":\"The ticket is closed; reopen it first\",\"message\":\"TICKET_CLOSED\"}");
        JsonNode reopened = put("ada", "{\"status\":\"open\",\"message\":\"It broke again.\"}")
                .json()
                .at("/data");
        assertThat(reopened.at("/status").asString()).isEqualTo("open");
        assertThat(reopened.at("/threads").size()).isEqualTo(3);
        assertThat(reopened.at("/resolvedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"open,open", "pending,pending", "in_progress,in_progress", "resolved,resolved", "closed,closed"})
    void leavesTheTicketWhereTheStatusBesideAMessageSays(String written, String shown) {
        JsonNode data = put("grace", "{\"message\":\"Hello.\",\"status\":\"" + written + "\"}")
                .json()
                .at("/data");
        assertThat(data.at("/status").asString()).isEqualTo(shown);
        assertThat(data.at("/threads").size()).isEqualTo(2);
    }

    @Test
    void takesPendingForPendingAndWhatIsShownForNoChange() {
        put("grace", "{\"status\":\"pending\"}");
        assertThat(status()).isEqualTo("pending");
        put("grace", "{\"status\":\"open\"}");
        put("grace", "{\"message\":\"Please try.\"}");
        assertThat(status()).isEqualTo("answered");
        put("grace", "{\"status\":\"pending\"}");
        assertThat(status()).isEqualTo("answered");
        put("ada", "{\"message\":\"I did.\"}");
        put("grace", "{\"status\":\"open\"}");
        assertThat(status()).isEqualTo("customer_reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_progress", "pending", "resolved"})
    void refusesMovesOutOfClosedOtherThanReopening(String status) {
        put("grace", "{\"status\":\"closed\"}");
        Answer refused = put("grace", "{\"status\":\"" + status + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"error\":\"The ticket cannot move to that status\",\"message\":\"INVALID_STATUS\"}");
    }

    @Test
    void reopensBeforeItWritesAndKeepsTheFieldsOfTheSameBody() {
        put("grace", "{\"status\":\"closed\",\"resolution\":\"Gone.\"}");
        JsonNode data = put("grace", "{\"status\":\"open\",\"message\":\"Not gone.\",\"resolution\":\"Wait.\"}")
                .json()
                .at("/data");
        assertThat(data.at("/status").asString()).isEqualTo("open");
        assertThat(data.at("/resolution").asString()).isEqualTo("Wait.");
    }

    @Test
    void appendsThreadsWithoutATimestampOnly() {
        String known = host.as("ada")
                .get("/v2/support-tickets/" + id)
                .json()
                .at("/data/threads/0")
                .toString();
        JsonNode data = put(
                        "ada",
                        "{\"threads\":[" + known
                                + ",{\"message\":\"More.\",\"author\":\"agent_1\",\"type\":\"agent\"}]}")
                .json()
                .at("/data/threads");
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.at("/1/message").asString()).isEqualTo("More.");
        assertThat(data.at("/1/author").asString()).isEqualTo("client_1");
        assertThat(data.at("/1/type").asString()).isEqualTo("user");
    }

    @Test
    void doesAllOfABodyOrNothing() {
        String before = host.as("grace").get("/v2/support-tickets/" + id).text();
        Answer refused = put("grace", "{\"title\":\"New\",\"message\":\"Hello.\",\"category\":\"weather\"}");
        assertThat(refused.json().at("/message").asString()).isEqualTo("INVALID_CATEGORY");
        assertThat(host.as("grace").get("/v2/support-tickets/" + id).text()).isEqualTo(before);
    }

    private Answer put(String token, String body) {
        return host.as(token).put("/v2/support-tickets/" + id, body);
    }

    private String status() {
        return host.ticketing()
                .desk(Host.GRACE)
                .get(TicketId.of(id))
                .status()
                .key()
                .value();
    }
}
