package dev.ticketing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.http.ValidatingClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskConversationTest {

    private static Host host;
    private static ValidatingClient grace;

    private TicketId id;
    private String ticket;

    @BeforeAll
    static void start() {
        host = Host.start();
        grace = host.as("grace");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @BeforeEach
    void open() {
        id = host.ticketing()
                .portal(Host.ADA)
                .open(TicketDraft.of("Mail", "It is slow."))
                .id();
        ticket = "/api/v2/desk/tickets/" + id;
    }

    @Test
    void repliesAndMovesTheTicket() {
        Answer answer = grace.post(
                ticket + "/messages", "{\"text\": \"We look.\", \"status\": \"in_progress\", \"encrypted\": true}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).contains("\"v2\"");
        assertThat(answer.json().at("/kind").asString()).isEqualTo("message");
        assertThat(answer.json().at("/author/name").asString()).isEqualTo("Grace Hopper");
        assertThat(answer.json().at("/encrypted").asBoolean()).isTrue();
        assertThat(grace.get(ticket).json().at("/status/key").asString()).isEqualTo("in_progress");
    }

    @Test
    void showsNotesAtTheDeskOnly() {
        JsonNode note =
                grace.post(ticket + "/notes", "{\"text\": \"A known fault.\"}").json();
        assertThat(note.at("/kind").asString()).isEqualTo("note");
        JsonNode thread = grace.get(ticket + "/thread").json();
        assertThat(thread.at("/entries/1/text").asString()).isEqualTo("A known fault.");
        assertThat(thread.at("/ticket/noteCount").asInt()).isEqualTo(1);
        assertThat(thread.at("/ticket/portalVersion").asInt()).isEqualTo(1);
        assertThat(grace.get("/api/v2/support/tickets/" + id).text()).doesNotContain("A known fault.");
        assertThat(host.as("ada").get("/api/v2/support/tickets/" + id).text()).doesNotContain("A known fault.");
    }

    @Test
    void readsThreadInParts() {
        for (int i = 2; i <= 5; i++) grace.post(ticket + "/messages", "{\"text\": \"Message " + i + "\"}");
        JsonNode first = grace.get(ticket + "/thread?limit=2").json();
        assertThat(first.at("/entries").size()).isEqualTo(2);
        assertThat(first.at("/hasMore").asBoolean()).isTrue();
        assertThat(first.at("/nextAfter").asInt()).isEqualTo(2);
        JsonNode rest = grace.get(ticket + "/thread?after=2").json();
        assertThat(rest.at("/entries").size()).isEqualTo(3);
        assertThat(rest.at("/nextAfter").isNull()).isTrue();
        assertThat(grace.get(ticket + "/thread?after=99").json().at("/entries").size())
                .isZero();
        assertThat(grace.get(ticket + "/thread?after=x&limit=0").status()).isEqualTo(400);
    }

    @Test
    void editsMessagesNotesAndTheOpening() {
        String message = grace.post(ticket + "/messages", "{\"text\": \"Teh end\"}")
                .json()
                .at("/id")
                .asString();
        Answer edited = grace.put(ticket + "/entries/" + message, "{\"text\": \"The end\"}");
        assertThat(edited.status()).isEqualTo(200);
        grace.post(ticket + "/actions/edit_opening", "{\"text\": \"It is very slow.\"}");
        JsonNode thread = grace.get(ticket + "/thread").json();
        assertThat(thread.at("/entries/0/text").asString()).isEqualTo("It is very slow.");
        assertThat(thread.at("/entries/1/text").asString()).isEqualTo("The end");
        assertThat(thread.at("/ticket/opening/text").asString()).isEqualTo("It is very slow.");
    }

    @Test
    void answersUnknownEntriesWith404() {
        assertThat(grace.put(ticket + "/entries/tmsg_01j0000000000000000000000a", "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(grace.put(ticket + "/entries/" + "x".repeat(300), "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void carriesFilesOfNotesToTheDeskOnly() {
        byte[] bytes = "line 1\nline 2\n".getBytes(UTF_8);
        JsonNode upload = grace.upload("/api/v2/desk/attachments", "log.txt", bytes, Map.of())
                .json();
        assertThat(upload.at("/byteLength").asInt()).isEqualTo(bytes.length);
        JsonNode note = grace.post(
                        ticket + "/notes",
                        "{\"text\": \"See the log.\", \"attachmentIds\": [" + upload.at("/attachmentId") + "]}")
                .json();
        String path = note.at("/attachments/0/downloadUrl").asString();
        Answer file = grace.get(path);
        assertThat(file.bytes()).isEqualTo(bytes);
        assertThat(file.header("Content-Disposition").orElseThrow()).contains("log.txt");
        String forRequesters = path.replace("/desk/", "/support/");
        assertThat(grace.get(forRequesters).status()).isEqualTo(404);
        assertThat(host.as("ada").get(forRequesters).status()).isEqualTo(404);
        assertThat(host.as("ben").get(path).status()).isEqualTo(404);
    }

    @Test
    void takesPinnedUploadsUnlessFilesAreNamed() {
        Map<String, String> pinned = Map.of("ticketId", id.value());
        grace.upload("/api/v2/desk/attachments", "a.txt", "a".getBytes(UTF_8), pinned);
        assertThat(grace.post(ticket + "/notes", "{\"text\": \"No files.\", \"attachmentIds\": []}")
                        .json()
                        .at("/attachments")
                        .size())
                .isZero();
        assertThat(grace.post(ticket + "/messages", "{\"text\": \"With the file.\"}")
                        .json()
                        .at("/attachments/0/filename")
                        .asString())
                .isEqualTo("a.txt");
    }

    @Test
    void repeatsAnswersUnderOneKey() {
        ValidatingClient once = grace.with("Idempotency-Key", "key-1");
        Answer first = once.post(ticket + "/messages", "{\"text\": \"Once.\"}");
        Answer again = once.post(ticket + "/messages", "{\"text\": \"Once.\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        Answer other = once.post(ticket + "/messages", "{\"text\": \"Twice.\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/code").asString()).isEqualTo("idempotency_key_reused");
        assertThat(grace.get(ticket).json().at("/messageCount").asInt()).isEqualTo(2);
    }

    @Test
    void refusesStaleVersionsAndSaysWhatChanged() {
        grace.post(ticket + "/notes", "{\"text\": \"Meanwhile.\"}");
        Answer stale = grace.with("If-Match", "\"v1\"").post(ticket + "/messages", "{\"text\": \"Late.\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/extensions").toString())
                .isEqualTo("{\"expected\":1,\"actual\":2,\"changed\":[\"entries\"]}");
        assertThat(grace.with("If-Match", "\"v2\"")
                        .post(ticket + "/messages", "{\"text\": \"In time.\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesRepliesOfWritersWhoHaveNotReadEverything() {
        grace.post(ticket + "/notes", "{\"text\": \"Do not answer yet.\"}");
        Answer unseen = grace.post(ticket + "/messages", "{\"text\": \"Solved!\", \"seenUpTo\": 1}");
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.json().at("/code").asString()).isEqualTo("conflict");
        assertThat(grace.post(ticket + "/messages", "{\"text\": \"Solved!\", \"seenUpTo\": 2}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesRepliesToClosedTicketsAndTakesNotes() {
        grace.post(ticket + "/actions/close");
        Answer refused = grace.post(ticket + "/messages", "{\"text\": \"One more thing\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/code").asString()).isEqualTo("ticket_closed");
        assertThat(grace.post(ticket + "/notes", "{\"text\": \"He called again.\"}")
                        .status())
                .isEqualTo(201);
    }
}
