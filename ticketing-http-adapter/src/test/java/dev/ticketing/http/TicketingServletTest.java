package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Settings;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.http.ValidatingClient.Answer;
import dev.ticketing.memory.InMemoryStorage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the host decides. */
class TicketingServletTest {

    private final Ticketing ticketing = Ticketing.over(new InMemoryStorage(), Settings.defaults());

    @Test
    void cannotBeBuiltWithoutSayingWhoAsks() {
        assertThatThrownBy(() -> TicketingServlet.builder(ticketing).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("caller");
    }

    @Test
    void refusesWrongOptionsAtOnce() {
        TicketingServlet.Builder builder = TicketingServlet.builder(ticketing);
        assertThatThrownBy(() -> builder.publicBaseUrl("/relative")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.publicBaseUrl("ftp://a.example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.errorTypeBase("https://a.example.org/?q"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.cursorKey(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void worksUnderAPrefix() {
        try (Host host = Host.start("/help/*", settings -> settings, servlet -> servlet)) {
            ValidatingClient ada =
                    ValidatingClient.at(URI.create(host.address() + "/help")).as("ada");
            Answer opened = ada.post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            assertThat(opened.status()).isEqualTo(201);
            Answer missing = ada.get("/v2/support-tickets/x");
            assertThat(missing.status()).isEqualTo(404);
            Answer problem = ada.get("/api/v2/support/tickets/99");
            assertThat(problem.json().at("/type").asString()).isEqualTo("/help/errors/not_found");
            assertThat(problem.json().at("/instance").asString()).isEqualTo("/help/api/v2/support/tickets/99");
            assertThat(ValidatingClient.at(host.address())
                            .get("/help/errors/not_found")
                            .status())
                    .isEqualTo(200);
            Answer upload = ada.upload(
                    "/api/v2/support/attachments",
                    "a.txt",
                    new byte[] {'a'},
                    Map.of("ticketId", SupportContractTest.id(opened)));
            assertThat(upload.json().at("/url").asString()).startsWith("/help/api/v2/support/attachments/satt_");
            Answer reply = ada.post(SupportContractTest.TICKETS + "/1/messages", "{\"message\":\"m\"}");
            String url = reply.json().at("/attachments/0/downloadUrl").asString();
            assertThat(url).startsWith("/help/");
            assertThat(ada.get(url.substring("/help".length())).text()).isEqualTo("a");
        }
    }

    @Test
    void worksAsTheDefaultServlet() {
        try (Host host = Host.start("/", settings -> settings, servlet -> servlet)) {
            assertThat(host.as("ada")
                            .post(SupportContractTest.TICKETS, SupportContractTest.DRAFT)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void pointsProblemTypesToTheHostsPages() {
        try (Host host = Host.start(
                "/*", settings -> settings, servlet -> servlet.errorTypeBase("https://developer.example.org"))) {
            assertThat(host.as("ada")
                            .get("/api/v2/support/tickets/9")
                            .json()
                            .at("/type")
                            .asString())
                    .isEqualTo("https://developer.example.org/errors/not_found");
        }
    }

    @Test
    void servesAPageAboutEveryCode() {
        try (Host host = Host.start()) {
            for (Problems.Problem problem : Problems.Problem.values()) {
                String code = problem.code(Surface.SUPPORT);
                Answer page = host.anonymous().get("/errors/" + code);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.header("Content-Type")).contains("text/plain;charset=utf-8");
                assertThat(page.text()).startsWith(code + "\n").contains("HTTP status " + problem.status());
            }
        }
    }

    @Test
    void answersFailuresWithAnIdAndNothingElse() {
        try (Host host = Host.start(
                "/*",
                settings -> settings,
                servlet -> servlet.caller(request -> {
                    throw new IllegalStateException("secret");
                }))) {
            Answer failed = host.as("ada").get("/api/v2/support/tickets");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.json().at("/code").asString()).isEqualTo("internal_error");
            assertThat(failed.text())
                    .contains(failed.header("X-Request-Id").orElseThrow())
                    .doesNotContain("secret", "Exception");
            assertThat(host.as("ada").get("/v2/support-tickets/x").text())
                    .isEqualTo("{\"error\":\"Something went wrong on our side\",\"message\":\"INTERNAL_ERROR\"}");
        }
    }

    @Test
    void answersExhaustedStacksLikeOtherFailures() {
        try (Host host = Host.start(
                "/*",
                settings -> settings,
                servlet -> servlet.caller(request -> {
                    throw new StackOverflowError("secret");
                }))) {
            Answer failed = host.as("ada").get("/api/v2/support/tickets");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.json().at("/code").asString()).isEqualTo("internal_error");
            assertThat(failed.header("Cache-Control")).contains("no-store");
            assertThat(failed.text())
                    .contains(failed.header("X-Request-Id").orElseThrow())
                    .doesNotContain("secret");
        }
    }

    @Test
    void tellsEventsTheSurfaceAndTheRequest() {
        try (Host host = Host.start()) {
            Answer opened = host.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            var event = host.ticketing()
                    .desk(Host.GRACE)
                    .history(TicketId.of(SupportContractTest.id(opened)), 0)
                    .get(0);
            assertThat(event.origin()).isEqualTo("/api/v2/support");
            assertThat(event.correlationId()).isEqualTo(opened.header("X-Request-Id"));
        }
    }

    @Test
    void letsTwoServletsLiveSideBySide() {
        try (Host one = Host.start();
                Host other = Host.start()) {
            one.as("ada").post(SupportContractTest.TICKETS, SupportContractTest.DRAFT);
            assertThat(other.as("ada").get(SupportContractTest.TICKETS + "/1").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void failsUploadsWhenNobodyConfiguredMultipart() {
        try (Host host = Host.startWithoutMultipart()) {
            Answer failed = host.as("ada").upload("/api/v2/support/attachments", "a", new byte[1], Map.of());
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.text()).doesNotContain("setMultipartConfig");
        }
    }
}
