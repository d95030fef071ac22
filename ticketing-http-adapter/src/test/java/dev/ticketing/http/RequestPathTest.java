package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of paths that two layers could read differently. */
class RequestPathTest {

    private static final Host HOST = Host.start();

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/support-tickets/../support-tickets",
                "/v2/./support-tickets",
                "/v2//support-tickets",
                "//v2/support-tickets",
                "/v2/support-tickets;x=1",
                "/v2;x=1/support-tickets",
                "/v2/support-tickets/..;/support-tickets",
                "/v2%2fsupport-tickets",
                "/v2%2Fsupport-tickets",
                "/v2%5csupport-tickets",
                "/v2\\support-tickets",
                "/v2/%2e/support-tickets",
                "/v2/a/%2E%2e/support-tickets",
                "/v2/support-tickets%00",
                "/v2/support-tickets%3bx"
            })
    void areNoPathAtAll(String path) throws IOException {
        assertThat(RequestPath.of(path, "/v2/support-tickets")).isEmpty();
        // whoever refuses it first, container or servlet: no route is reached
        assertThat(statusOf(path)).isIn(400, 404);
    }

    @Test
    void leavesPlainPathsAlone() throws IOException {
        assertThat(statusOf("/v2/support-tickets")).isEqualTo(200);
        assertThat(statusOf("/v2/support%2Dtickets")).isEqualTo(200);
        assertThat(RequestPath.of("/v2/support-tickets", "/v2/support-tickets")).contains("/v2/support-tickets");
    }

    private static int statusOf(String path) throws IOException {
        try (Socket socket = new Socket(HOST.address().getHost(), HOST.address().getPort())) {
            String request = "GET " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ada\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
