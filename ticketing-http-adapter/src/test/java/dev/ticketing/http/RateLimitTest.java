package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.ticketing.contract.TestClock;
import dev.ticketing.http.RateLimiter.Verdict;
import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often a caller may ask. */
class RateLimitTest {

    private static final Instant START = Host.START;

    private final TestClock clock = new TestClock(START);

    @Test
    void refusesTheRequestAfterTheLastOneOfAMinute() {
        RateLimiter limiter = RateLimiter.perMinute(2, clock);
        assertThat(limiter.take("a").retryAfter()).isEmpty();
        clock.advance(Duration.ofSeconds(20));
        Verdict last = limiter.take("a");
        assertThat(last.retryAfter()).isEmpty();
        assertThat(last.remaining()).isZero();
        Verdict refused = limiter.take("a");
        assertThat(refused.limit()).isEqualTo(2);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(40));
        assertThat(refused.resetsAt()).isEqualTo(START.plusSeconds(60));
        assertThat(limiter.take("b").retryAfter()).isEmpty();
        clock.advance(Duration.ofSeconds(40));
        assertThat(limiter.take("a").retryAfter()).isEmpty();
    }

    @Test
    void forgetsCallersThatAskNoMore() {
        RateLimiter limiter = RateLimiter.perMinute(1, clock);
        for (int i = 0; i < 30_000; i++) {
            limiter.take("caller-" + i);
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(limiter).extracting("buckets").asInstanceOf(MAP).hasSizeLessThan(12_000);
    }

    @Test
    void needsAtLeastOneRequest() {
        assertThatThrownBy(() -> RateLimiter.perMinute(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsTheLimitInHeadersAndInTheCodeOfTheSurface() {
        try (Host host = Host.start(
                "/*", settings -> settings, servlet -> servlet.rateLimiter(RateLimiter.perMinute(1, clock)))) {
            assertThat(host.as("ada").get("/v2/support-tickets").status()).isEqualTo(200);
            Answer verbose = host.as("ada").get("/v2/support-tickets");
            Answer problem = host.as("ada").get("/api/v2/support/tickets");
            Answer unrouted = host.as("ada").get("/api/v2/support/nowhere");
            for (Answer refused : new Answer[] {verbose, problem, unrouted}) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).contains("60");
                assertThat(refused.header("X-RateLimit-Limit")).contains("1");
                assertThat(refused.header("X-RateLimit-Remaining")).contains("0");
                assertThat(refused.header("X-RateLimit-Reset")).contains("2026-04-27T11:46:00.123Z");
            }
            assertThat(verbose.text())
                    .isEqualTo(
                            "{\"success\":false,\"error\":\"Too many requests; try again later\",\"code\":\"RATE_LIMITED\"}");
            assertThat(problem.json().at("/code").asString()).isEqualTo("rate_limit_exceeded");
            assertThat(problem.json().at("/title").asString()).isEqualTo("Too many requests");
            assertThat(host.as("bob")
                            .with("X-Forwarded-For", "ada")
                            .get("/v2/support-tickets")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void asksTheLimiterForAuthenticatedCallersOnly() {
        AtomicInteger asked = new AtomicInteger();
        RateLimiter counting = caller -> {
            asked.incrementAndGet();
            return RateLimiter.unlimited().take(caller);
        };
        try (Host host = Host.start("/*", settings -> settings, servlet -> servlet.rateLimiter(counting))) {
            host.anonymous().get("/v2/support-tickets");
            host.as("nobody").get("/v2/support-tickets");
            host.anonymous().get("/errors/not_found");
            assertThat(asked).hasValue(0);
            host.as("scopeless").get("/v2/support-tickets");
            assertThat(asked).hasValue(1);
        }
    }
}
