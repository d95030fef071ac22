package dev.ticketing.http;

import static dev.ticketing.http.Hooks.ID;
import static dev.ticketing.http.Hooks.NEXT_SECRET;
import static dev.ticketing.http.Hooks.SECRET;
import static dev.ticketing.http.Hooks.attempt;
import static dev.ticketing.http.Hooks.send;
import static dev.ticketing.http.Hooks.subscriber;
import static dev.ticketing.http.Hooks.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.ticketing.PortalEvent;
import dev.ticketing.Subscriber;
import dev.ticketing.UndeliveredException;
import dev.ticketing.contract.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/** Requests as the standard has them, and what is made of answers. */
class WebhookTest {

    private final TestClock clock = new TestClock(Host.START);

    @Test
    void signsAsTheStandardHasIt() throws Exception {
        try (Receiver receiver = Receiver.saying(204)) {
            send(to(receiver.url()));
            Receiver.Hook hook = receiver.only();
            assertThat(hook.path()).isEqualTo("/hooks?token=t-1");
            assertThat(hook.header("Content-Type")).contains("application/json");
            assertThat(hook.id()).isEqualTo(ID);
            new com.standardwebhooks.Webhook(SECRET).verify(hook.body(), hook.headers());
            assertThat(new ObjectMapper().readTree(hook.body()).get("type").asString())
                    .isEqualTo("ticket.replied");
        }
    }

    @Test
    void signsTimeIdAndBody() throws Exception {
        try (Receiver receiver = Receiver.saying(204)) {
            send(to(receiver.url()).clock(clock));
            Receiver.Hook hook = receiver.only();
            com.standardwebhooks.Webhook oracle = new com.standardwebhooks.Webhook(SECRET);
            long now = Host.START.getEpochSecond();
            assertThat(hook.seconds()).isEqualTo(now);
            assertThat(hook.signature())
                    .isEqualTo(oracle.sign(ID, now, hook.body()))
                    .isNotEqualTo(oracle.sign(ID, now + 1, hook.body()))
                    .isNotEqualTo(oracle.sign(ID + "0", now, hook.body()))
                    .isNotEqualTo(oracle.sign(ID, now, hook.body() + " "));
        }
    }

    @Test
    void triesAgainWithTheSameIdAndBodyAndAFreshTime() throws Exception {
        try (Receiver receiver = Receiver.saying(503)) {
            Subscriber<PortalEvent> subscriber = subscriber(to(receiver.url()).clock(clock));
            byte[] body = subscriber.body(Hooks.replied());
            for (int i = 1; i <= 3; i++) {
                int times = i;
                assertThatThrownBy(() -> attempt(subscriber, times, body)).hasMessage("status-503");
                clock.advance(Duration.ofSeconds(90));
            }
            List<Receiver.Hook> hooks = receiver.hooks();
            assertThat(hooks).extracting(Receiver.Hook::id).containsOnly(ID).hasSize(3);
            assertThat(hooks)
                    .extracting(Receiver.Hook::body)
                    .containsOnly(hooks.get(0).body());
            long first = Host.START.getEpochSecond();
            assertThat(hooks).extracting(Receiver.Hook::seconds).containsExactly(first, first + 90, first + 180);
            assertThat(hooks).extracting(Receiver.Hook::signature).doesNotHaveDuplicates();
        }
    }

    @Test
    void signsWithEverySecretWhileTheyChange() throws Exception {
        try (Receiver receiver = Receiver.saying(200)) {
            send(to(receiver.url()).secret(NEXT_SECRET));
            Receiver.Hook hook = receiver.only();
            assertThat(hook.signature()).matches("v1,[^ ,]+ v1,[^ ,]+");
            new com.standardwebhooks.Webhook(SECRET).verify(hook.body(), hook.headers());
            new com.standardwebhooks.Webhook(NEXT_SECRET).verify(hook.body(), hook.headers());
            com.standardwebhooks.Webhook stranger =
                    new com.standardwebhooks.Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            assertThatThrownBy(() -> stranger.verify(hook.body(), hook.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 226, 299})
    void takesAny2xxForDelivered(int status) throws Exception {
        try (Receiver receiver = Receiver.saying(status)) {
            send(to(receiver.url()));
            assertThat(receiver.hooks()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 403, 404, 407, 408, 409, 425, 429, 500, 502, 503, 504, 599})
    void failsWithTheStatusAndNothingElse(int status) {
        try (Receiver receiver = Receiver.saying(status)) {
            UndeliveredException failure = failure(to(receiver.url()));
            assertThat(failure).hasMessage("status-" + status).hasNoCause();
            assertThat(failure.isGone()).isFalse();
            assertThat(receiver.hooks()).as("no retry of the client's own").hasSize(1);
        }
    }

    @Test
    void stopsAtOnceWhenTheReceiverIsGone() {
        try (Receiver receiver = Receiver.saying(410)) {
            UndeliveredException failure = failure(to(receiver.url()));
            assertThat(failure.isGone()).isTrue();
            assertThat(failure.reason()).isEqualTo("status-410");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) {
        try (Receiver inside = Receiver.saying(200);
                Receiver receiver =
                        new Receiver(hook -> Receiver.Response.of(status).with("Location", inside.url()))) {
            assertThat(failure(to(receiver.url()))).hasMessage("status-" + status);
            assertThat(receiver.hooks()).hasSize(1);
            assertThat(inside.hooks()).isEmpty();
        }
    }

    @Test
    void remembersNoCookieAndSendsNoCredential() {
        try (Receiver receiver = new Receiver(hook ->
                new Receiver.Response(401, Map.of("Set-Cookie", "a=b", "WWW-Authenticate", "Basic realm=\"r\"")))) {
            Webhook webhook = to(receiver.url());
            failure(webhook);
            failure(webhook);
            assertThat(receiver.hooks()).hasSize(2).allSatisfy(hook -> {
                assertThat(hook.header("Cookie")).isEmpty();
                assertThat(hook.header("Authorization")).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, 120, PT2M",
        "429, 0, PT0S",
        "503, 999999999, PT24H",
        "429, 'Mon, 27 Apr 2026 11:50:00 GMT', PT4M59.877S"
    })
    void heedsWhenTheReceiverWantsToBeAskedAgain(int status, String wish, Duration pause) {
        assertThat(refusalWith(status, wish).pause()).contains(pause);
    }

    @ParameterizedTest
    @CsvSource({
        "503, soon",
        "503, -5",
        "503, 9999999999",
        "429, 'Mon, 27 Apr 2026 11:40:00 GMT'",
        "500, 120",
        "404, 120"
    })
    void passesOverNonsenseAboutWhenToAskAgain(int status, String wish) {
        assertThat(refusalWith(status, wish).pause()).isEmpty();
    }

    @Test
    void saysNothingOfUrlSecretOrEventInTexts() throws Exception {
        Webhook webhook = to("http://127.0.0.1:1/hooks?token=t-1");
        UndeliveredException failure = failure(webhook);
        assertThat(failure).hasMessage("connection-refused").hasNoCause();
        assertThat(webhook.toString() + subscriber(webhook)).doesNotContain("t-1", SECRET.substring(6));
    }

    @Test
    void needsASecret() {
        assertThatThrownBy(
                        () -> Webhook.desk("shop", "https://shop.example.org/").subscription())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_***not*base64***************",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesSecretsOfAnotherForm(String secret) {
        assertThatThrownBy(
                        () -> Webhook.desk("shop", "https://shop.example.org/").secret(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("base64*")
                .hasNoCause();
    }

    @Test
    void refusesPlainHttpUnlessItIsAllowed() {
        Webhook plain = Webhook.desk("shop", "http://shop.example.org/").secret(SECRET);
        assertThatThrownBy(plain::subscription)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("allowPlainHttp");
        assertThat(plain.allowPlainHttp().subscription().name()).isEqualTo("shop");
    }

    private UndeliveredException refusalWith(int status, String wish) {
        try (Receiver receiver =
                new Receiver(hook -> Receiver.Response.of(status).with("Retry-After", wish))) {
            return failure(to(receiver.url()).clock(clock));
        }
    }

    private static UndeliveredException failure(Webhook webhook) {
        return catchThrowableOfType(UndeliveredException.class, () -> send(webhook));
    }
}
