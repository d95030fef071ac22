package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may do with a connection after an answer that did not need all they sent. */
class ConnectionTest {

    private static final Host HOST = Host.start();
    private static final int MANY = 256 * 1024;
    private static final int MOST = 16 * 1024 * 1024;

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer nobody", "Authorization: Bearer ada\r\nAccept: text/html"})
    void staysUsableAfterARefusal(String headers) throws IOException {
        try (Socket socket = connected()) {
            send(socket, "POST /v2/support-tickets HTTP/1.1\r\n" + headers, MANY);
            send(socket, "GET /v2/support-tickets HTTP/1.1\r\nAuthorization: Bearer ada\r\nConnection: close", 0);
            String answers = all(socket);
            assertThat(answers).contains("HTTP/1.1 200");
            assertThat(answers).doesNotContain("HTTP/1.1 400");
        }
    }

    @Test
    void isClosedAloudIfTooMuchIsLeft() throws IOException {
        try (Socket socket = connected()) {
            head(socket, "POST /v2/support-tickets HTTP/1.1\r\nAuthorization: Bearer nobody", 2 * MOST);
            body(socket, MOST);
            assertThat(all(socket)).startsWith("HTTP/1.1 401").contains("Connection: close");
        }
    }

    @Test
    void asksForNoBodyThatItWillNotRead() throws IOException {
        try (Socket socket = connected()) {
            String request =
                    "POST /v2/support-tickets HTTP/1.1\r\nAuthorization: Bearer nobody\r\nExpect: 100-continue";
            head(socket, request, MANY);
            assertThat(first(socket)).startsWith("HTTP/1.1 401");
        }
    }

    private static Socket connected() throws IOException {
        return new Socket(HOST.address().getHost(), HOST.address().getPort());
    }

    private static void send(Socket socket, String request, int bytes) throws IOException {
        head(socket, request, bytes);
        body(socket, bytes);
    }

    private static void body(Socket socket, int bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] part = new byte[8 * 1024];
        for (int sent = 0; sent < bytes; sent += part.length) out.write(part, 0, Math.min(part.length, bytes - sent));
        out.flush();
    }

    private static void head(Socket socket, String request, int bytes) throws IOException {
        String length = bytes > 0 ? "Content-Type: application/json\r\nContent-Length: " + bytes + "\r\n" : "";
        String head = request + "\r\nHost: localhost\r\n" + length + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private static String first(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
