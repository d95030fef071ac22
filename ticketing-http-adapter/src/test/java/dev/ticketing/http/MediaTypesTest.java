package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd values of {@code Content-Type} and {@code Accept}: a client's mistake, never a failure of ours. */
class MediaTypesTest {

    private static final String ID = "tkt_0000000000000000000000000z";
    private static final Host HOST = Host.start();

    @AfterAll
    static void stop() {
        HOST.close();
    }

    static Stream<Route> readingJson() {
        return Routes.standard().lines().stream()
                .filter(route -> route.scope().isPresent())
                .filter(route -> !route.method().equals("GET"))
                .filter(route -> !route.path().text().contains("attachments"));
    }

    @ParameterizedTest
    @MethodSource("readingJson")
    void refusesContentTypesThatAreNone(Route route) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (String type : List.of(
                ";",
                "; ;",
                "application/json; charset=foo",
                "application/json; charset=\"\"",
                "application/json; charset=",
                "application/jsonx")) {
            Answer answer = HOST.as(route.surface() == Surface.DESK ? "grace" : "ada")
                    .with("Content-Type", type)
                    .send(route.method(), route.path().text().replaceAll("\\{[^}]*}", ID), Optional.of(body));
            assertThat(answer.status()).as(type).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;q=0, */*",
                "*/*, application/json; q=0.000",
                "application/json;q=0, application/*;q=0.5, */*",
                "application/*;q=0, */*;q=1",
                "application/problem+json",
                ";",
                ","
            })
    void refusesClientsWhoseNearestRangeTakesNoJson(String accept) {
        assertThat(status(accept)).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json, */*;q=0",
                "application/*, */*;q=0",
                "text/html;q=0, */*",
                "application/json;q=0, application/json;q=0.1"
            })
    void servesClientsWhoseNearestRangeTakesJson(String accept) {
        assertThat(status(accept)).isEqualTo(200);
    }

    private static int status(String accept) {
        return HOST.as("ada").with("Accept", accept).get("/v2/support-tickets").status();
    }
}
