package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Priority;
import dev.ticketing.TicketDraft;
import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every documented request of {@code /v2/support-tickets} and its answer, byte for byte. */
class SupportTicketsContractTest {

    static final String DRAFT = """
            {"title":"API Integration Issue","description":"Having trouble.","priority":"high","category":"technical",\
            "tags":["api","authentication"],"attachments":[{"filename":"error_logs.txt",\
            "url":"https://storage.example.org/error_logs.txt","size":1024,"type":"text/plain"}]}""";

    private final Host host = Host.start();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void createsAndAnswersWithTheWholeTicket() {
        Answer created = host.as("ada").post("/v2/support-tickets", DRAFT);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.header("Content-Type")).contains("application/json");
        assertThat(created.header("ETag")).contains("\"v1\"");
        assertThat(created.text()).isEqualTo("""
                        {"success":true,"data":{"_id":"%s","title":"API Integration Issue","description":"Having trouble.",\
                        "status":"open","priority":"high","category":"technical","client":"client_1","assignedTo":null,\
                        "threads":[{"author":"client_1","message":"Having trouble.","timestamp":"2026-04-27T11:45:00Z",\
                        "type":"user"}],"attachments":[{"filename":"error_logs.txt",\
                        "url":"https://storage.example.org/error_logs.txt","size":1024,"type":"text/plain"}],\
                        "tags":["api","authentication"],"resolution":null,"createdAt":"2026-04-27T11:45:00Z",\
                        "updatedAt":"2026-04-27T11:45:00Z","resolvedAt":null}}""".formatted(id(created)));
    }

    @Test
    void readsTheExampleOfTheContractAfterItsStory() {
        String id = id(host.as("ada").post("/v2/support-tickets", DRAFT));
        host.clock().advance(Duration.ofMinutes(30));
        Answer updated = host.as("grace").put("/v2/support-tickets/" + id, """
                        {"assignedTo":"agent_1","status":"in_progress","message":"Let me check the logs."}""");
        Answer read = host.as("ada").get("/v2/support-tickets/" + id);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text()).isEqualTo(updated.text());
        assertThat(read.header("ETag")).isEqualTo(updated.header("ETag"));
        assertThat(read.text()).isEqualTo("""
                        {"success":true,"data":{"_id":"%s","title":"API Integration Issue","description":"Having trouble.",\
                        "status":"in_progress","priority":"high","category":"technical","client":"client_1",\
                        "assignedTo":"agent_1","threads":[{"author":"client_1","message":"Having trouble.",\
                        "timestamp":"2026-04-27T11:45:00Z","type":"user"},{"author":"agent_1",\
                        "message":"Let me check the logs.","timestamp":"2026-04-27T12:15:00Z","type":"agent"}],\
                        "attachments":[{"filename":"error_logs.txt","url":"https://storage.example.org/error_logs.txt",\
                        "size":1024,"type":"text/plain"}],"tags":["api","authentication"],"resolution":null,\
                        "createdAt":"2026-04-27T11:45:00Z","updatedAt":"2026-04-27T12:15:00Z","resolvedAt":null}}""".formatted(id));
    }

    @Test
    void listsSummariesNewestFirst() {
        String first = id(host.as("ada").post("/v2/support-tickets", DRAFT));
        host.clock().advance(Duration.ofSeconds(1));
        String second = id(host.as("ada").post("/v2/support-tickets", """
                        {"title":"B","description":"Two.","priority":"low","category":"billing"}"""));
        Answer list = host.as("ada").get("/v2/support-tickets?limit=1&countByStatus=true");
        assertThat(list.text()).isEqualTo("""
                        {"success":true,"data":[{"_id":"%s","title":"B","description":"Two.","status":"open","priority":"low",\
                        "category":"billing","client":"client_1","assignedTo":null,"tags":[],\
                        "createdAt":"2026-04-27T11:45:01Z","updatedAt":"2026-04-27T11:45:01Z"}],\
                        "pagination":{"page":1,"limit":1,"total":2,"pages":2},\
                        "counts":{"open":2,"pending":0,"in_progress":0,"resolved":0,"closed":0}}""".formatted(second));
        JsonNode next = host.as("ada").get("/v2/support-tickets?limit=1&page=2").json();
        assertThat(next.at("/data/0/_id").asString()).isEqualTo(first);
        assertThat(next.has("counts")).isFalse();
    }

    @Test
    void answersAnEmptyListForNobodysTickets() {
        assertThat(host.as("bob").get("/v2/support-tickets").text())
                .isEqualTo(
                        "{\"success\":true,\"data\":[],\"pagination\":{\"page\":1,\"limit\":10,\"total\":0,\"pages\":0}}");
    }

    @Test
    void filtersTotalsLikeItsPageButNeverCounts() {
        String answered = id(host.as("ada").post("/v2/support-tickets", DRAFT));
        host.as("grace").put("/v2/support-tickets/" + answered, "{\"message\":\"Please try again.\"}");
        host.as("ada").post("/v2/support-tickets", DRAFT);
        String filters = "?status=pending&category=technical&priority=high&countByStatus=1";
        JsonNode list = host.as("ada").get("/v2/support-tickets" + filters).json();
        assertThat(list.at("/data").size()).isEqualTo(1);
        assertThat(list.at("/data/0/_id").asString()).isEqualTo(answered);
        assertThat(list.at("/pagination/total").asInt()).isEqualTo(1);
        assertThat(list.at("/counts/open").asInt()).isEqualTo(1);
        assertThat(list.at("/counts/pending").asInt()).isEqualTo(1);
    }

    @Test
    void showsCriticalAsUrgentInAnswersFiltersAndTotals() {
        host.ticketing()
                .portal(Host.ADA)
                .open(TicketDraft.of("Down", "All is down.")
                        .priority(Priority.CRITICAL)
                        .criticalReason("Nobody can work."));
        JsonNode list =
                host.as("ada").get("/v2/support-tickets?priority=urgent").json();
        assertThat(list.at("/data/0/priority").asString()).isEqualTo("urgent");
        assertThat(list.at("/pagination/total").asInt()).isEqualTo(1);
    }

    @Test
    void clampsLargeLimits() {
        assertThat(host.as("ada")
                        .get("/v2/support-tickets?limit=1000")
                        .json()
                        .at("/pagination/limit")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void letsStaffOpenForAClient() {
        Answer created = host.as("grace").post("/v2/support-tickets", """
                        {"title":"Call","description":"She called.","priority":"low","category":"general","client":"client_1"}""");
        assertThat(created.json().at("/data/client").asString()).isEqualTo("client_1");
        assertThat(created.json().at("/data/threads/0/author").asString()).isEqualTo("client_1");
        assertThat(host.as("ada").get("/v2/support-tickets/" + id(created)).status())
                .isEqualTo(200);
    }

    @Test
    void ignoresTheClientThatARequesterNames() {
        Answer created = host.as("bob").post("/v2/support-tickets", """
                        {"title":"Mine","description":"Mine.","priority":"low","category":"general","client":"client_1",\
                        "account":"client_1","author":"client_1","status":"closed","_id":"tkt_1"}""");
        assertThat(created.json().at("/data/client").asString()).isEqualTo("client_2");
        assertThat(created.json().at("/data/status").asString()).isEqualTo("open");
    }

    @Test
    void tellsWhatNoPersonWroteAsSystem() {
        String id = id(host.as("ada").post("/v2/support-tickets", DRAFT));
        host.as("robot").put("/v2/support-tickets/" + id, "{\"message\":\"We got it.\"}");
        JsonNode thread = host.as("ada").get("/v2/support-tickets/" + id).json().at("/data/threads/1");
        assertThat(thread.at("/author").asString()).isEqualTo("system");
        assertThat(thread.at("/type").asString()).isEqualTo("system");
    }

    @Test
    void showsRequestersTheAliasOfAnAgentAndStaffTheId() {
        try (Host aliased = Host.start("/*", settings -> settings, servlet -> servlet.agentAlias(agent -> "support"))) {
            String id = id(aliased.as("ada").post("/v2/support-tickets", DRAFT));
            aliased.as("grace").put("/v2/support-tickets/" + id, "{\"assignedTo\":\"agent_1\",\"message\":\"Hello.\"}");
            JsonNode ada = aliased.as("ada").get("/v2/support-tickets/" + id).json();
            JsonNode grace =
                    aliased.as("grace").get("/v2/support-tickets/" + id).json();
            assertThat(List.of(
                            ada.at("/data/assignedTo").asString(),
                            ada.at("/data/threads/1/author").asString()))
                    .containsOnly("support");
            assertThat(List.of(
                            grace.at("/data/assignedTo").asString(),
                            grace.at("/data/threads/1/author").asString()))
                    .containsOnly("agent_1");
        }
    }

    static String id(Answer answer) {
        return answer.json().at("/data/_id").asString();
    }
}
