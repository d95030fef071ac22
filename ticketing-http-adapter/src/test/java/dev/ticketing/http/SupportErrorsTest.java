package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code /api/v2/support} refuses, all faults at once, and that nothing is stored then. */
class SupportErrorsTest {

    private static final String TICKETS = SupportContractTest.TICKETS;
    private static final String CRITICAL = """
            {"departmentSlug":"vps","subject":"Down","message":"All down.","priority":"critical","criticalReason":"Nobody works."}""";

    private final Host host = Host.start();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void tellsProblemDetailsFieldByField() {
        Answer refused = host.as("ada").post(TICKETS, "{\"departmentSlug\":\"vps\",\"message\":\"M\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.text())
                .isEqualTo("""
                        {"type":"/errors/invalid_request","title":"Invalid request","status":400,\
                        "detail":"One or more fields are not valid.","code":"invalid_request",\
                        "instance":"/api/v2/support/tickets","requestId":"%s","timestamp":"2026-04-27T11:45:00.123Z",\
                        "errors":[{"pointer":"/subject","detail":"The value must be given and not be blank.",\
                        "code":"missing_required"}]}""".formatted(refused.header("X-Request-Id").orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/departmentSlug! /subject! /message!",
                "{'departmentSlug':'sales','subject':' ','message':5}|/subject! /message /departmentSlug",
                "{'departmentSlug':'vps','subject':'s','message':'m','priority':'x','ccEmails':'a'}|/priority /ccEmails",
                "{'departmentSlug':'vps','subject':'s','message':'m','ccEmails':['a@b','c']}|/ccEmails/1",
                "{'departmentSlug':'vps','subject':'s','message':'m','accountId':'a','attachments':[]}|/accountId /attachments",
                "{'departmentSlug':'vps','subject':'s','message':'m','context':5}|/context",
                "{'departmentSlug':'vps','subject':'s','message':'m','context':{'serviceType':'car'}}|/context/serviceType",
                "{'departmentSlug':'vps','subject':'s','message':'m','context':{'serviceType':'vps','serviceId':'vps_bob'}}|/context/serviceId",
                "{'departmentSlug':'vps','subject':'s','message':'m','context':{'serviceType':'vps','serviceId':'none'}}|/context/serviceId",
                "{'departmentSlug':'vps','subject':'s','message':'m','priority':'critical'}|/criticalReason!",
                "{'departmentSlug':'vps','subject':'s','message':'m','aiHelpful':'yes','aiSummary':1}|/aiSummary /aiHelpful",
                "{'departmentSlug':'vps','subject':'s','message':'m','attachmentIds':['satt_x']}|/attachmentIds/0"
            })
    void namesEveryBrokenFieldOfANewTicket(String body, String pointers) {
        Answer refused = host.as("ada").post(TICKETS, body.replace('\'', '"'));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(pointers(refused)).containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(host.as("ada").get(TICKETS).json().at("/data").size()).isZero();
    }

    @Test
    void tellsForeignAndUnknownServicesAlike() {
        String draft =
                "{\"departmentSlug\":\"vps\",\"subject\":\"s\",\"message\":\"m\",\"context\":{\"serviceId\":\"%s\"}}";
        JsonNode foreign =
                host.as("bob").post(TICKETS, draft.formatted("vps_ada")).json();
        JsonNode unknown =
                host.as("bob").post(TICKETS, draft.formatted("vps_none")).json();
        assertThat(foreign.at("/errors")).isEqualTo(unknown.at("/errors"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/message!",
                "{'message':' '}|/message!",
                "{'message':{}}|/message",
                "{'message':'m','encrypted':'no'}|/encrypted",
                "{'message':'m','attachments':[]}|/attachments",
                "{'message':'m','attachmentIds':'a'}|/attachmentIds"
            })
    void namesEveryBrokenFieldOfAReply(String body, String pointers) {
        host.as("ada").post(TICKETS, SupportContractTest.DRAFT);
        Answer refused = host.as("ada").post(TICKETS + "/1/messages", body.replace('\'', '"'));
        assertThat(pointers(refused)).containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(host.as("ada").get(TICKETS + "/1").json().at("/messageCount").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,/limit",
        "limit=x,/limit",
        "limit=1.5,/limit",
        "limit=,/limit",
        "status=unknown,/status",
        "status=resolved,/status",
        "departmentSlug=sales,/departmentSlug",
        "cursor=x,/cursor",
        "cursor=,/cursor"
    })
    void namesBadParameters(String query, String pointer) {
        Answer refused = host.as("ada").get(TICKETS + "?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(pointers(refused)).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkt_00000000000000000000000000", "TKT_1", "0", "99", "01", "-1", "999999999999999999999"})
    void answersUnknownTicketsAlike(String unknown) {
        for (Answer answer : new Answer[] {
            host.as("ada").get(TICKETS + "/" + unknown),
            host.as("ada").post(TICKETS + "/" + unknown + "/messages", "{\"message\":\"m\"}"),
            host.as("ada").post(TICKETS + "/" + unknown + "/actions/close"),
            host.as("ada").post(TICKETS + "/" + unknown + "/actions/reopen")
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/code").asString()).isEqualTo("not_found");
        }
    }

    @Test
    void refusesRepliesToClosedTickets() {
        host.as("ada").post(TICKETS, SupportContractTest.DRAFT);
        host.as("ada").post(TICKETS + "/1/actions/close");
        for (String token : new String[] {"ada", "grace"}) {
            Answer refused = host.as(token).post(TICKETS + "/1/messages", "{\"message\":\"m\"}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/code").asString()).isEqualTo("ticket_closed");
            assertThat(refused.json().at("/title").asString()).isEqualTo("Ticket closed");
        }
    }

    @Test
    void letsAnAccountOpenOneCriticalTicketAnHour() {
        assertThat(host.as("ada").post(TICKETS, CRITICAL).status()).isEqualTo(201);
        host.clock().advance(Duration.ofSeconds(600));
        Answer refused = host.as("ada").post(TICKETS, CRITICAL);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/code").asString()).isEqualTo("rate_limited");
        assertThat(refused.header("Retry-After")).contains("3000");
        assertThat(refused.header("X-RateLimit-Limit")).contains("1");
        assertThat(refused.header("X-RateLimit-Remaining")).contains("0");
        assertThat(refused.header("X-RateLimit-Reset")).contains("2026-04-27T12:45:00.123Z");
        assertThat(host.as("bob").post(TICKETS, CRITICAL).status()).isEqualTo(201);
        host.clock().advance(Duration.ofSeconds(3000));
        assertThat(host.as("ada").post(TICKETS, CRITICAL).status()).isEqualTo(201);
    }

    @Test
    void asksForTheAccountScopeForDepartments() {
        Answer refused = host.as("readonly").get("/api/v2/support/departments");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/detail").asString()).contains("read:account");
    }

    private static List<String> pointers(Answer answer) {
        List<String> pointers = new ArrayList<>();
        for (JsonNode error : answer.json().at("/errors"))
            pointers.add(error.at("/pointer").asString()
                    + (error.at("/code").asString().equals("missing_required") ? "!" : ""));
        return pointers;
    }
}
