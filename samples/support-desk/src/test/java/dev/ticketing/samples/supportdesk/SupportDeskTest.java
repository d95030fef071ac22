package dev.ticketing.samples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportDeskTest {

    @TempDir
    Path folder;

    @Test
    void printsCurlLinesThatWorkWhenPasted() throws Exception {
        try (SupportDesk desk = start(true)) {
            List<String> lines = Banner.text(desk.address())
                    .lines()
                    .filter(line -> line.startsWith("curl"))
                    .toList();
            assertThat(lines).hasSize(3);
            for (String line : lines) {
                Process shell = new ProcessBuilder("sh", "-c", line + " -f -o /dev/null -w '%{http_code}'").start();
                String status = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(status).as(line).isIn("200", "201");
            }
        }
    }

    @Test
    void saysOnItsFirstPageWhatIsMounted() throws Exception {
        try (Demo demo = Demo.start(folder)) {
            HttpResponse<String> page = demo.send("none", "GET", "/", "");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("/v2/support-tickets", "/api/v2/support", "/api/v2/desk", "demo-ada");
            for (String document : List.of("support-tickets", "support", "desk")) {
                String path = "/openapi/" + document + ".json";
                assertThat(page.body()).contains(path);
                assertThat(demo.get("none", path).get("openapi").asString()).startsWith("3.1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/support//tickets",
                "/api/v2/support/tickets%2f",
                "/api/v2/support/tickets;x=1",
                "/api/v2/support/x/%2e%2e/tickets",
                "/v2/support-tickets/%5c..%5c",
            })
    void answersTwistedPathsItself(String path) throws Exception {
        try (Demo demo = Demo.start(folder)) {
            HttpResponse<String> answer = demo.send("demo-ada", "GET", path, "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
        }
    }

    @Test
    void answersInPlainTextWhatTheContainerRefuses() throws Exception {
        try (Demo demo = Demo.start(folder);
                Socket socket =
                        new Socket(InetAddress.getLoopbackAddress(), demo.desk().port())) {
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff");
            assertThat(answer).doesNotContain("<html>");
        }
    }

    @Test
    void putsItsTicketsInOnce() throws Exception {
        start(true).close();
        try (SupportDesk desk = start(true)) {
            assertThat(desk.ticketing().desk(DemoCallers.GRACE).counts().total())
                    .isEqualTo(4);
        }
    }

    @Test
    void refusesAnEnvironmentThatItDoesNotUnderstand() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.from(Map.of("PORT", "http")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportDesk.start(Options.from(Map.of("TICKETING_DB", "jdbc:oracle:thin:@x"))));
    }

    private SupportDesk start(boolean demoData) throws Exception {
        return SupportDesk.start(new Options(0, "jdbc:sqlite:" + folder.resolve("demo.db"), true, demoData));
    }
}
