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

/** Conditions and idempotency keys, on both public shapes. */
class WritingTest {

    private static final String TICKETS = "/api/v2/support/tickets";
    private static final String REPLY = "{\"message\":\"Hello.\"}";

    private final Host host = Host.start();
    private String id = "";

    @BeforeEach
    void open() {
        id = SupportContractTest.id(host.as("ada").post(TICKETS, SupportContractTest.DRAFT));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace"})
    void writesOnlyAtTheVersionThatWasRead(String token) {
        host.ticketing().desk(Host.GRACE).note(TicketId.of(id), "Moves the desk's version only.");
        String tag = host.as(token).get(TICKETS + "/" + id).header("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"v1\"");
        assertThat(host.as(token)
                        .with("If-Match", tag)
                        .post(TICKETS + "/1/messages", REPLY)
                        .status())
                .isEqualTo(201);
        Answer stale = host.as(token).with("If-Match", tag).post(TICKETS + "/1/messages", REPLY);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/code").asString()).isEqualTo("precondition_failed");
        assertThat(stale.json().at("/extensions/expected").asLong()).isEqualTo(1);
        assertThat(stale.json().at("/extensions/changed").toString()).contains("entries", "status");
        Answer put = host.as(token).with("If-Match", tag).put("/v2/support-tickets/" + id, REPLY);
        assertThat(put.status()).isEqualTo(412);
        assertThat(put.text())
                .isEqualTo(
                        "{\"error\":\"The ticket is at another version; read it again\",\"message\":\"PRECONDITION_FAILED\"}");
        assertThat(host.as("ada").get(TICKETS + "/1").json().at("/messageCount").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"v1\"", "\"v7\", \"v1\"", "\"other\",\"v1\"", "W/\"v2\", \"v1\""})
    void takesTagsThatIncludeThePresentOne(String tags) {
        assertThat(host.as("ada")
                        .with("If-Match", tags)
                        .post(TICKETS + "/1/messages", REPLY)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"v1\"", "\"1\"", "\"v2\"", "\"v0\"", "\"v3\", \"v4\"", "\"V1\"", "\"v01x\""})
    void refusesTagsThatDoNot(String tags) {
        assertThat(host.as("ada")
                        .with("If-Match", tags)
                        .post(TICKETS + "/1/messages", REPLY)
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"'',412", "'\"',400"})
    void readsLongListsOfTags(String end, int status) {
        String tags = "\"\",".repeat(1_500) + "\"\"" + end;
        assertThat(host.as("ada")
                        .with("If-Match", tags)
                        .post(TICKETS + "/1/messages", REPLY)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "\"v1", "1", "\"v1\";\"v2\"", "*, \"v1\""})
    void refusesMalformedTags(String tags) {
        Answer refused = host.as("ada").with("If-Match", tags).post(TICKETS + "/1/messages", REPLY);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/If-Match");
        assertThat(host.as("ada")
                        .with("If-Match", tags)
                        .put("/v2/support-tickets/" + id, REPLY)
                        .json()
                        .at("/message")
                        .asString())
                .isEqualTo("INVALID_IF_MATCH");
    }

    @Test
    void replaysStatusTagAndBytesUnderOneKey() {
        ValidatingClient once = host.as("ada").with("Idempotency-Key", "k-1");
        Answer first = once.post(TICKETS + "/1/messages", REPLY);
        host.as("grace").post(TICKETS + "/1/messages", "{\"message\":\"In between.\"}");
        Answer again = once.post(TICKETS + "/1/messages", REPLY);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(host.as("ada").get(TICKETS + "/1").json().at("/messageCount").asInt())
                .isEqualTo(3);
    }

    @Test
    void replaysEvenWhereItWouldBeRefusedNow() {
        host.as("ada").post(TICKETS + "/1/actions/close");
        ValidatingClient once = host.as("ada").with("Idempotency-Key", "k-1").with("If-Match", "\"v2\"");
        Answer first = once.put("/v2/support-tickets/" + id, "{\"status\":\"open\"}");
        host.as("grace").put("/v2/support-tickets/" + id, "{\"status\":\"in_progress\"}");
        Answer again = once.put("/v2/support-tickets/" + id, "{\"status\":\"open\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void opensOneTicketUnderOneKeyOnEachShape() {
        for (String path : new String[] {TICKETS, "/v2/support-tickets"}) {
            String draft = path.equals(TICKETS) ? SupportContractTest.DRAFT : SupportTicketsContractTest.DRAFT;
            ValidatingClient once = host.as("bob").with("Idempotency-Key", "k-1");
            String body = draft.replace("acct_ada", "acct_bob").replaceAll(",\"context\":\\{[^}]*}", "");
            Answer first = once.post(path, body);
            Answer again = once.post(path, body);
            assertThat(first.status()).isLessThan(300);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.status()).isEqualTo(first.status());
        }
        assertThat(host.as("bob")
                        .get("/v2/support-tickets")
                        .json()
                        .at("/pagination/total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void refusesAnotherBodyOrPathUnderTheKey() {
        ValidatingClient once = host.as("ada").with("Idempotency-Key", "k-1");
        once.post(TICKETS + "/1/messages", REPLY);
        Answer body = once.post(TICKETS + "/1/messages", "{\"message\":\"Another.\"}");
        Answer path = once.post(TICKETS + "/" + id + "/messages", REPLY);
        for (Answer refused : new Answer[] {body, path}) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/code").asString()).isEqualTo("idempotency_key_reused");
        }
        ValidatingClient put = host.as("ada").with("Idempotency-Key", "k-2");
        put.put("/v2/support-tickets/" + id, REPLY);
        assertThat(put.put("/v2/support-tickets/" + id, "{\"message\":\"Another.\"}")
                        .text())
                .isEqualTo("""
                        {"error":"The idempotency key was used with another request","message":"IDEMPOTENCY_KEY_REUSED"}""");
    }

    @Test
    void keepsKeysOfCallersAndRoutesApart() {
        ValidatingClient ada = host.as("ada").with("Idempotency-Key", "k-1");
        ValidatingClient grace = host.as("grace").with("Idempotency-Key", "k-1");
        ada.post(TICKETS + "/1/messages", REPLY);
        grace.post(TICKETS + "/1/messages", REPLY);
        assertThat(ada.post(TICKETS + "/1/actions/close").status()).isEqualTo(200);
        assertThat(host.as("ada").get(TICKETS + "/1").json().at("/messageCount").asInt())
                .isEqualTo(3);
    }

    @Test
    void keepsNoRefusalUnderAKey() {
        ValidatingClient once = host.as("ada").with("Idempotency-Key", "k-1");
        host.as("ada").post(TICKETS + "/1/actions/close");
        assertThat(once.post(TICKETS + "/1/messages", REPLY).status()).isEqualTo(409);
        host.as("ada").post(TICKETS + "/1/actions/reopen");
        assertThat(once.post(TICKETS + "/1/messages", REPLY).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", ""})
    void refusesBadKeys(String key) {
        Answer refused = host.as("ada").with("Idempotency-Key", key).post(TICKETS + "/1/messages", REPLY);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/Idempotency-Key");
        assertThat(host.as("ada")
                        .with("Idempotency-Key", "x".repeat(256))
                        .put("/v2/support-tickets/" + id, REPLY)
                        .json()
                        .at("/message")
                        .asString())
                .isEqualTo("INVALID_IDEMPOTENCY_KEY");
    }
}
