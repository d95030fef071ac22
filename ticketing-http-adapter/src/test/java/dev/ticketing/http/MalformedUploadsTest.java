package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that no container can parse: a client's mistake, never a failure of ours. */
class MalformedUploadsTest {

    private static final String UPLOADS = "/api/v2/support/attachments";
    private static final String FILE = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n";
    private static final Host HOST = Host.start();

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data;",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=b; charset=nope"
            })
    void refusesTypesWithoutBoundaryOrWithAnUnknownCharset(String type) {
        refuses(type, FILE + "\r\nx\r\n--b--\r\n");
    }

    @Test
    void refusesBodiesOfManyParts() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n";
        refuses("multipart/form-data; boundary=b", part.repeat(1_100) + "--b--\r\n");
    }

    @Test
    void refusesLongHeadersOfParts() {
        refuses("multipart/form-data; boundary=b", FILE + "X-Long: " + "x".repeat(20_000) + "\r\n\r\nx\r\n--b--\r\n");
    }

    @Test
    void refusesLongFilenames() {
        Answer answer = HOST.as("ada").upload(UPLOADS, "x".repeat(9_000), new byte[1], Map.of());
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void refusesEmptyBodies() {
        refuses("multipart/form-data; boundary=b", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "multipart/form-datax; boundary=b", "text/plain; charset=nope"})
    void refusesOtherTypes(String type) {
        assertThat(send(type, "x").status()).isEqualTo(415);
    }

    private static void refuses(String type, String body) {
        Answer answer = send(type, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("invalid_request");
        // the same connection, or a new one if the answer closed it
        assertThat(HOST.as("ada").upload(UPLOADS, "a", new byte[1], Map.of()).status())
                .isEqualTo(201);
    }

    private static Answer send(String type, String body) {
        return HOST.as("ada")
                .with("Content-Type", type)
                .send("POST", UPLOADS, Optional.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
