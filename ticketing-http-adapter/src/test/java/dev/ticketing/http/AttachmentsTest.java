package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.http.ValidatingClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files: up, onto a message, down again. */
class AttachmentsTest {

    private static final String TICKETS = "/api/v2/support/tickets";
    private static final String UPLOADS = "/api/v2/support/attachments";
    private static final byte[] TEXT = "line one\nline two\n".getBytes(StandardCharsets.UTF_8);

    private final Host host = Host.start();
    private String id = "";

    @BeforeEach
    void open() {
        id = SupportContractTest.id(host.as("ada").post(TICKETS, SupportContractTest.DRAFT));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void answersAnUploadFieldByField() {
        Answer upload = host.as("ada").upload(UPLOADS, "../etc/log.txt", TEXT, Map.of("ticketId", id));
        assertThat(upload.status()).isEqualTo(201);
        String upId = upload.json().at("/attachmentId").asString();
        assertThat(upload.text()).isEqualTo("""
                        {"attachmentId":"%1$s","url":"/api/v2/support/attachments/%1$s","filename":"log.txt","byteLength":18,\
                        "contentType":"text/plain","uploadedAt":"2026-04-27T11:45:00.123Z","ticketId":"%2$s"}""".formatted(upId, id));
        assertThat(host.as("ada").get(UPLOADS + "/" + upId + "?ticketId=" + id).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_000_000, 10 * 1024 * 1024})
    void givesTheExactBytesBack(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        if (size > 0) content[0] = 0;
        host.as("ada").upload(UPLOADS, "data.bin", content, Map.of("ticketId", id));
        JsonNode attachment = reply("{\"message\":\"See file.\"}").at("/attachments/0");
        Answer download = host.as("ada").get(attachment.at("/downloadUrl").asString());
        assertThat(download.status()).isEqualTo(200);
        assertThat(Arrays.equals(download.bytes(), content)).isTrue();
        assertThat(download.header("Content-Length")).contains(Integer.toString(size));
        assertThat(download.header("Content-Type")).contains("application/octet-stream");
        assertThat(download.header("Content-Disposition"))
                .contains("attachment; filename=\"data.bin\"; filename*=UTF-8''data.bin");
        assertThat(download.header("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(download.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.header("Cache-Control")).contains("no-store");
    }

    @Test
    void showsAFileInBothShapes() {
        host.as("ada").upload(UPLOADS, "log.txt", TEXT, Map.of("ticketId", id));
        JsonNode attachment = reply("{\"message\":\"See file.\"}").at("/attachments/0");
        String file = attachment.at("/id").asString();
        assertThat(attachment.toString()).isEqualTo("""
                        {"id":"%1$s","filename":"log.txt","extension":"txt","mimeType":"text/plain",\
                        "downloadUrl":"/api/v2/support/attachments/%1$s?ticketId=%2$s"}""".formatted(file, id));
        assertThat(host.as("ada")
                        .get("/v2/support-tickets/" + id)
                        .json()
                        .at("/data/attachments")
                        .toString())
                .isEqualTo("""
                        [{"filename":"log.txt","url":"/api/v2/support/attachments/%s?ticketId=%s","size":18,\
                        "type":"text/plain"}]""".formatted(file, id));
    }

    @Test
    void buildsAddressesFromWhatTheHostConfigured() {
        try (Host based = Host.start(
                "/*", settings -> settings, servlet -> servlet.publicBaseUrl("https://support.example.org/desk/"))) {
            String up = based.as("ada")
                    .upload(UPLOADS, "a.txt", TEXT, Map.of())
                    .json()
                    .at("/attachmentId")
                    .asString();
            Answer created = based.as("ada")
                    .with("X-Forwarded-Host", "evil.example.org")
                    .post("/v2/support-tickets", """
                            {"title":"t","description":"d","priority":"low","category":"general","attachmentIds":["%s"]}""".formatted(up));
            assertThat(created.json().at("/data/attachments/0/url").asString())
                    .startsWith("https://support.example.org/desk/api/v2/support/attachments/tatt_");
        }
    }

    @Test
    void takesNamedUploadsOnceAndNoPinnedOnesThen() {
        host.as("ada").upload(UPLOADS, "pinned.txt", TEXT, Map.of("ticketId", id));
        String free = host.as("ada")
                .upload(UPLOADS, "free.txt", TEXT, Map.of())
                .json()
                .at("/attachmentId")
                .asString();
        String body = "{\"message\":\"m\",\"attachmentIds\":[\"" + free + "\"]}";
        JsonNode files = reply(body).at("/attachments");
        assertThat(files.size()).isEqualTo(1);
        assertThat(files.at("/0/filename").asString()).isEqualTo("free.txt");
        assertThat(host.as("ada").post(TICKETS + "/1/messages", body).status()).isEqualTo(400);
        assertThat(reply("{\"message\":\"none\",\"attachmentIds\":[]}")
                        .at("/attachments")
                        .size())
                .isZero();
        assertThat(reply("{\"message\":\"pinned\"}").at("/attachments").size()).isEqualTo(1);
    }

    @Test
    void givesTheFirstUploadAgainUnderOneKey() {
        ValidatingClient once = host.as("ada").with("Idempotency-Key", "k");
        Answer first = once.upload(UPLOADS, "a.txt", TEXT, Map.of());
        host.clock().advance(Duration.ofSeconds(5));
        Answer again = once.upload(UPLOADS, "a.txt", TEXT, Map.of());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        String id = first.json().at("/attachmentId").asString();
        reply("{\"message\":\"m\",\"attachmentIds\":[\"" + id + "\"]}");
        Answer used = once.upload(UPLOADS, "a.txt", TEXT, Map.of());
        assertThat(used.status()).as("after its use").isEqualTo(201);
        assertThat(used.text()).isEqualTo(first.text());
        assertThat(once.upload(UPLOADS, "a.txt", new byte[1], Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void refusesUploadsOfOthersAndOutdatedOnes() {
        String bobs = host.as("bob")
                .upload(UPLOADS, "a.txt", TEXT, Map.of())
                .json()
                .at("/attachmentId")
                .asString();
        String old = host.as("ada")
                .upload(UPLOADS, "a.txt", TEXT, Map.of())
                .json()
                .at("/attachmentId")
                .asString();
        host.clock().advance(Duration.ofHours(25));
        for (String upload : new String[] {bobs, old, "satt_00000000000000000000000000", " "}) {
            Answer refused = host.as("ada")
                    .post(TICKETS + "/1/messages", "{\"message\":\"m\",\"attachmentIds\":[\"" + upload + "\"]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/attachmentIds/0");
        }
    }

    @Test
    void refusesDownloadsWithoutATicketOrThroughAnother() {
        host.as("ada").upload(UPLOADS, "log.txt", TEXT, Map.of("ticketId", id));
        String file = reply("{\"message\":\"m\"}").at("/attachments/0/id").asString();
        String other = SupportContractTest.id(host.as("ada").post(TICKETS, SupportContractTest.DRAFT));
        assertThat(host.as("ada")
                        .get(UPLOADS + "/" + file)
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("missing_required");
        for (String ticket : new String[] {"1", "x", ""})
            assertThat(host.as("ada")
                            .get(UPLOADS + "/" + file + "?ticketId=" + ticket)
                            .status())
                    .isEqualTo(400);
        for (Answer answer : new Answer[] {
            host.as("ada").get(UPLOADS + "/" + file + "?ticketId=" + other),
            host.as("bob").get(UPLOADS + "/" + file + "?ticketId=" + id),
            host.as("ada").get(UPLOADS + "/tatt_00000000000000000000000000?ticketId=" + id),
            host.as("ada").get(UPLOADS + "/nonsense?ticketId=" + id)
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/code").asString()).isEqualTo("attachment_not_found");
        }
    }

    @Test
    void answersOutsideFilesWithTheirAddressAndNoDownload() {
        String draft = SupportTicketsContractTest.DRAFT;
        String ticket = SupportTicketsContractTest.id(host.as("ada").post("/v2/support-tickets", draft));
        JsonNode file = host.as("ada").get(TICKETS + "/" + ticket).json().at("/attachments/0");
        assertThat(file.at("/downloadUrl").asString()).isEqualTo("https://storage.example.org/error_logs.txt");
        Answer download = host.as("ada").get(UPLOADS + "/" + file.at("/id").asString() + "?ticketId=" + ticket);
        assertThat(download.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"99", "tkt_x", "1"})
    void refusesToPinToWhatIsNoPublicId(String ticket) {
        Answer refused = host.as("ada").upload(UPLOADS, "a.txt", TEXT, Map.of("ticketId", ticket));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/ticketId");
    }

    @Test
    void answersForeignAndUnknownTicketsOfUploadsAlike() {
        Answer foreign = host.as("bob").upload(UPLOADS, "a.txt", TEXT, Map.of("ticketId", id));
        Answer unknown =
                host.as("bob").upload(UPLOADS, "a.txt", TEXT, Map.of("ticketId", "tkt_00000000000000000000000000"));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(ForeignTicketTest.timeless(foreign)).isEqualTo(ForeignTicketTest.timeless(unknown));
    }

    @Test
    void refusesWhatIsNoUpload() {
        Answer json = host.as("ada").post(UPLOADS, "{}");
        assertThat(json.status()).isEqualTo(415);
        ValidatingClient multipart = host.as("ada").with("Content-Type", "multipart/form-data; boundary=b");
        assertThat(multipart.send("POST", UPLOADS, Optional.of(TEXT)).status()).isEqualTo(400);
        byte[] noFile = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        Answer missing = multipart.send("POST", UPLOADS, Optional.of(noFile));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.json().at("/errors/0/pointer").asString()).isEqualTo("/file");
        assertThat(missing.json().at("/errors/0/code").asString()).isEqualTo("missing_required");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024 * 1024})
    void refusesFilesThatAreTooLarge(int more) {
        Answer refused = host.as("ada").upload(UPLOADS, "a.bin", new byte[10 * 1024 * 1024 + more], Map.of());
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().at("/code").asString()).isEqualTo("too_large");
    }

    @Test
    void refusesLargeRequestsWhoseLengthWasNotTold() throws Exception {
        HttpRequest chunked = HttpRequest.newBuilder(host.address().resolve(UPLOADS))
                .header("Authorization", "Bearer ada")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new ByteArrayInputStream("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayInputStream(new byte[11 * 1024 * 1024]))))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(chunked, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void showsFilesOfStaffOnlyWithTheirMessages() {
        host.as("grace").upload(UPLOADS, "a.txt", TEXT, Map.of("ticketId", id));
        assertThat(host.as("ada").get(TICKETS + "/1").json().at("/attachments").size())
                .isZero();
        JsonNode reply = host.as("grace")
                .post(TICKETS + "/1/messages", "{\"message\":\"m\"}")
                .json();
        assertThat(host.as("ada")
                        .get(reply.at("/attachments/0/downloadUrl").asString())
                        .status())
                .isEqualTo(200);
    }

    private JsonNode reply(String body) {
        Answer reply = host.as("ada").post(TICKETS + "/1/messages", body);
        assertThat(reply.status()).isEqualTo(201);
        return reply.json();
    }
}
