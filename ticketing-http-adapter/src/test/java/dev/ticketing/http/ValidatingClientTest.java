package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that the client of all tests refuses what the documents do not describe, seen at a server that answers wrongly. */
class ValidatingClientTest {

    private static final String TRUE_ANSWER =
            "{\"departments\":[{\"slug\":\"general\",\"displayName\":\"General\",\"description\":null,\"email\":null}]}";

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = TRUE_ANSWER;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("X-Request-Id", "req_01j0000000000000000000000f");
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void letsDescribedAnswersThrough() {
        assertThat(get().text()).isEqualTo(TRUE_ANSWER);
    }

    @Test
    void refusesUndeclaredProperty() {
        body = TRUE_ANSWER.replace("\"email\"", "\"agents\":3,\"email\"");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(this::get).withMessageContaining("agents");
    }

    @Test
    void refusesUndocumentedStatus() {
        status = 202;
        assertThatExceptionOfType(AssertionError.class).isThrownBy(this::get).withMessageContaining("status 202");
    }

    private ValidatingClient.Answer get() {
        URI mount = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return ValidatingClient.at(mount).get("/api/v2/desk/departments");
    }
}
