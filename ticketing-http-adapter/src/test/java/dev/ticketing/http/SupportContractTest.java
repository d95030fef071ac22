package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every documented request of {@code /api/v2/support} and its answer, byte for byte. */
class SupportContractTest {

    static final String TICKETS = "/api/v2/support/tickets";
    static final String DRAFT = """
            {"departmentSlug":"domain-names","subject":"Question about my domain","message":"I need help.","priority":"low",\
            "ccEmails":["ops@example.com"],"context":{"serviceType":"hosting","serviceId":"acct_ada"},\
            "aiSummary":null,"aiHelpful":false}""";

    private final Host host = Host.start();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void opensAndAnswersWithTheDetail() {
        Answer opened = host.as("ada").post(TICKETS, DRAFT);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Content-Type")).contains("application/json");
        assertThat(opened.header("ETag")).contains("\"v1\"");
        assertThat(opened.text()).isEqualTo("""
                        {"id":"%1$s","number":"1","subject":"Question about my domain","body":"I need help.","status":"open",\
                        "priority":"low","departmentSlug":"domain-names","departmentName":"Domain names",\
                        "createdAt":"2026-04-27T11:45:00.123Z","updatedAt":"2026-04-27T11:45:00.123Z",\
                        "lastMessageAt":"2026-04-27T11:45:00.123Z","ccEmails":["ops@example.com"],\
                        "requesterName":"Ada Lovelace","messageCount":1,"linkedServices":[{"serviceType":"hosting",\
                        "serviceId":"acct_ada","serviceName":"app-01","details":{"status":"active"}}],"attachments":[],\
                        "messages":[{"id":"%2$s","ticketId":"%1$s","sentAt":"2026-04-27T11:45:00.123Z","body":"I need help.",\
                        "sender":"customer","senderName":"Ada Lovelace","encrypted":false,"attachments":[]}]}""".formatted(
                        id(opened), opened.json().at("/messages/0/id").asString()));
    }

    @Test
    void readsTheExampleOfTheContractAfterItsStory() {
        String id = id(host.as("ada").post(TICKETS, DRAFT));
        host.clock().advance(Duration.ofMinutes(20));
        Answer replied = host.as("grace").post(TICKETS + "/" + id + "/messages", "{\"message\":\"We have replied.\"}");
        assertThat(replied.status()).isEqualTo(201);
        String reply = """
                {"id":"%s","ticketId":"%s","sentAt":"2026-04-27T12:05:00.123Z","body":"We have replied.","sender":"staff",\
                "senderName":"Grace Hopper","encrypted":false,"attachments":[]}""".formatted(id(replied), id);
        assertThat(replied.text()).isEqualTo(reply);
        Answer read = host.as("ada").get(TICKETS + "/" + id);
        assertThat(read.text())
                .contains("\"status\":\"answered\"", "\"messageCount\":2", reply)
                .contains("\"updatedAt\":\"2026-04-27T12:05:00.123Z\",\"lastMessageAt\":\"2026-04-27T12:05:00.123Z\"");
        assertThat(host.as("ada").get(TICKETS + "/1").text()).isEqualTo(read.text());
        assertThat(read.header("ETag")).isEqualTo(replied.header("ETag"));
    }

    @Test
    void listsSummariesWithACursor() {
        String id = id(host.as("ada").post(TICKETS, DRAFT));
        assertThat(host.as("ada").get(TICKETS).text()).isEqualTo("""
                        {"data":[{"id":"%s","number":"1","subject":"Question about my domain","status":"open","priority":"low",\
                        "departmentSlug":"domain-names","departmentName":"Domain names",\
                        "createdAt":"2026-04-27T11:45:00.123Z","updatedAt":"2026-04-27T11:45:00.123Z",\
                        "lastMessageAt":"2026-04-27T11:45:00.123Z","ccEmails":["ops@example.com"],\
                        "requesterName":"Ada Lovelace","messageCount":1,"linkedServices":[{"serviceType":"hosting",\
                        "serviceId":"acct_ada","serviceName":"app-01","details":{"status":"active"}}]}],\
                        "hasMore":false,"nextCursor":null}""".formatted(id));
    }

    @Test
    void listsDepartments() {
        assertThat(host.as("ada").get("/api/v2/support/departments").text()).isEqualTo("""
                        {"departments":[{"slug":"general","displayName":"General","description":"Everything<br>else",\
                        "email":"help@example.org"},{"slug":"billing","displayName":"Billing","description":null,"email":null},\
                        {"slug":"domain-names","displayName":"Domain names","description":null,"email":null},\
                        {"slug":"vps","displayName":"VPS","description":null,"email":null}]}""");
    }

    @Test
    void repliesAsCustomerAndMovesTheTicket() {
        String id = id(host.as("ada").post(TICKETS, DRAFT));
        Answer replied = host.as("ada")
                .post(TICKETS + "/1/messages", "{\"message\":\"Any news?\",\"encrypted\":true,\"sender\":\"staff\"}");
        assertThat(replied.json().at("/sender").asString()).isEqualTo("customer");
        assertThat(replied.json().at("/encrypted").asBoolean()).isTrue();
        assertThat(host.as("ada").get(TICKETS + "/" + id).json().at("/status").asString())
                .isEqualTo("customer_reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{\"why\":\"done\"}"})
    void closesAndReopensWithAnyEmptyBody(String body) {
        String id = id(host.as("ada").post(TICKETS, DRAFT));
        host.clock().advance(Duration.ofMinutes(1));
        for (ValidatingClient ada :
                new ValidatingClient[] {host.as("ada"), host.as("ada").with("Content-Type", "application/json")}) {
            Answer closed = ada.send("POST", TICKETS + "/" + id + "/actions/close", Optional.of(body.getBytes()));
            assertThat(closed.status()).isEqualTo(200);
            assertThat(closed.json().at("/status").asString()).isEqualTo("closed");
            assertThat(closed.json().at("/updatedAt").asString()).isEqualTo("2026-04-27T11:46:00.123Z");
            assertThat(closed.json().at("/lastMessageAt").asString()).isEqualTo("2026-04-27T11:45:00.123Z");
            Answer reopened = ada.send("POST", TICKETS + "/" + id + "/actions/reopen", Optional.of(body.getBytes()));
            assertThat(reopened.status()).isEqualTo(200);
            assertThat(reopened.json().at("/status").asString()).isEqualTo("open");
        }
    }

    @Test
    void changesNothingByClosingWhatIsClosedOrReopeningWhatIsOpen() {
        host.as("ada").post(TICKETS, DRAFT);
        Answer open = host.as("ada").get(TICKETS + "/1");
        assertThat(host.as("ada").post(TICKETS + "/1/actions/reopen").text()).isEqualTo(open.text());
        Answer closed = host.as("ada").post(TICKETS + "/1/actions/close");
        Answer again = host.as("ada").post(TICKETS + "/1/actions/close");
        assertThat(again.text()).isEqualTo(closed.text());
        assertThat(again.header("ETag")).isEqualTo(closed.header("ETag"));
    }

    @Test
    void givesMediumPriorityAndTheGeneralCategoryUnlessTold() {
        Answer opened =
                host.as("ada").post(TICKETS, "{\"departmentSlug\":\"billing\",\"subject\":\"S\",\"message\":\"M\"}");
        assertThat(opened.json().at("/priority").asString()).isEqualTo("medium");
        assertThat(host.as("ada")
                        .get("/v2/support-tickets/" + id(opened))
                        .json()
                        .at("/data/category")
                        .asString())
                .isEqualTo("general");
        try (Host mapped =
                Host.start("/*", settings -> settings, servlet -> servlet.categoryOfDepartment(Optional::of))) {
            Answer billed = mapped.as("ada")
                    .post(TICKETS, "{\"departmentSlug\":\"billing\",\"subject\":\"S\",\"message\":\"M\"}");
            assertThat(mapped.as("ada")
                            .get("/v2/support-tickets/" + id(billed))
                            .json()
                            .at("/data/category")
                            .asString())
                    .isEqualTo("billing");
        }
    }

    @Test
    void showsStaffUnderTheNameThatTheHostChose() {
        try (Host named = Host.start(
                "/*", settings -> settings, servlet -> servlet.staffName(author -> Optional.of("Support Team")))) {
            named.as("ada").post(TICKETS, DRAFT);
            named.as("grace").post(TICKETS + "/1/messages", "{\"message\":\"Hello.\"}");
            named.as("robot").post(TICKETS + "/1/messages", "{\"message\":\"Beep.\"}");
            JsonNode messages = named.as("ada").get(TICKETS + "/1").json().at("/messages");
            assertThat(messages.at("/0/senderName").asString()).isEqualTo("Ada Lovelace");
            assertThat(messages.at("/1/senderName").asString()).isEqualTo("Support Team");
            assertThat(messages.at("/2/sender").asString()).isEqualTo("automation");
            assertThat(messages.at("/2/senderName").asString()).isEqualTo("Robot");
        }
    }

    @Test
    void refusesToLetStaffOpenTickets() {
        Answer refused = host.as("grace").post(TICKETS, DRAFT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/code").asString()).isEqualTo("forbidden");
    }

    static String id(Answer answer) {
        return answer.json().at("/id").asString();
    }
}
