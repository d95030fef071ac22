package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ticket of another account is answered like one that does not exist: the same status, headers and bytes. */
class ForeignTicketTest {

    private static final String UNKNOWN = "tkt_0000000000000000000000000z";

    private final Host host = Host.start();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void looksLikeNoTicketOnEveryRoute() {
        String foreign =
                SupportContractTest.id(host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT));
        for (String token : new String[] {"bob", "ben"})
            for (Route route : Routes.standard().lines()) {
                if (route.surface() == Surface.DESK || !route.path().text().contains("/{id}")) continue;
                assertThat(timeless(call(token, route, foreign)))
                        .as(token + " " + route.name())
                        .isEqualTo(timeless(call(token, route, UNKNOWN)));
                assertThat(call(token, route, foreign).status())
                        .as(route.name())
                        .isEqualTo(404);
            }
    }

    @Test
    void looksLikeNoTicketByItsNumber() {
        host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
        Answer foreign = host.as("bob").get(SupportContractTest.TICKETS + "/1");
        Answer unknown = host.as("bob").get(SupportContractTest.TICKETS + "/2");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(timeless(foreign).replace("tickets/1", "tickets/2")).isEqualTo(timeless(unknown));
    }

    private Answer call(String token, Route route, String ticket) {
        String path = route.path().text();
        String called = path.contains("attachments")
                ? path.replace("{id}", "tatt_0000000000000000000000000z") + "?ticketId=" + ticket
                : path.replace("{id}", ticket);
        return switch (route.method()) {
            case "GET" -> host.as(token).get(called);
            case "PUT" -> host.as(token).put(called, "{\"message\":\"m\"}");
            default -> host.as(token).post(called, "{\"message\":\"m\"}");
        };
    }

    /** Gives everything of an answer but what every request has anew and the id that was asked for. */
    static String timeless(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "x-request-id"));
        return (answer.status() + " " + headers + "\n" + answer.text())
                .replaceAll("req_[0-9a-z]{26}", "req_")
                .replaceAll("tkt_[0-9a-z]{26}", "tkt_");
    }
}
