package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages of {@code GET /api/v2/support/tickets}. */
class CursorTest {

    private static final String TICKETS = SupportContractTest.TICKETS;
    private static final byte[] KEY = "sixteen bytes or".getBytes();

    private final Host host = Host.start("/*", settings -> settings, servlet -> servlet.cursorKey(KEY));
    private final List<String> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int i = 0; i < 7; i++) {
            // two and two at the same time, so that the id has to break ties
            host.clock().advance(Duration.ofSeconds(i % 2));
            opened.add(SupportContractTest.id(host.as("ada").post(TICKETS, SupportContractTest.DRAFT)));
        }
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void walksThroughAllTicketsOnceNewestMessageFirst() {
        host.clock().advance(Duration.ofSeconds(1));
        host.as("ada").post(TICKETS + "/" + opened.get(0) + "/messages", "{\"message\":\"Up.\"}");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = host.as("ada").get(TICKETS + "?limit=3" + cursor).json();
            page.at("/data").forEach(ticket -> seen.add(ticket.at("/id").asString()));
            assertThat(page.at("/hasMore").asBoolean())
                    .isEqualTo(!page.at("/nextCursor").isNull());
            cursor = page.at("/nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.at("/nextCursor").asString();
        } while (!cursor.isEmpty());
        List<String> expected = new ArrayList<>(opened.subList(1, 7));
        Collections.reverse(expected);
        expected.add(0, opened.get(0));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void bindsCursorsToCallerAndFiltersButNotToTheLimit() {
        String cursor = next("ada", TICKETS + "?limit=2&status=open");
        assertThat(status("ada", "limit=5&status=open&cursor=" + cursor)).isEqualTo(200);
        assertThat(status("ada", "limit=2&cursor=" + cursor)).isEqualTo(400);
        assertThat(status("ada", "limit=2&status=open&departmentSlug=vps&cursor=" + cursor))
                .isEqualTo(400);
        assertThat(status("bob", "limit=2&status=open&cursor=" + cursor)).isEqualTo(400);
        assertThat(status("grace", "limit=2&status=open&cursor=" + cursor)).isEqualTo(400);
    }

    @Test
    void refusesEveryChangedCharacter() {
        String cursor = next("ada", TICKETS + "?limit=2");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            Answer refused = host.as("ada").get(TICKETS + "?limit=2&cursor=" + changed);
            assertThat(refused.status()).as(changed).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/cursor");
        }
        assertThat(status("ada", "limit=2&cursor=" + cursor + "A")).isEqualTo(400);
    }

    @Test
    void readsCursorsOfAnotherServletUnderTheSameKeyOnly() {
        String cursor = next("ada", TICKETS + "?limit=2");
        try (Host same = Host.start("/*", settings -> settings, servlet -> servlet.cursorKey(KEY));
                Host other = Host.start()) {
            assertThat(same.as("ada").get(TICKETS + "?cursor=" + cursor).status())
                    .isEqualTo(200);
            assertThat(other.as("ada").get(TICKETS + "?cursor=" + cursor).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void clampsTheLimit() {
        assertThat(status("ada", "limit=1000")).isEqualTo(200);
        assertThat(status("ada", "limit=99999999999999999999")).isEqualTo(200);
        assertThat(host.as("ada")
                        .get(TICKETS + "?limit=0000000000000000000001")
                        .json()
                        .at("/data")
                        .size())
                .isEqualTo(1);
    }

    private String next(String token, String path) {
        return host.as(token).get(path).json().at("/nextCursor").asString();
    }

    private int status(String token, String query) {
        return host.as(token).get(TICKETS + "?" + query).status();
    }
}
