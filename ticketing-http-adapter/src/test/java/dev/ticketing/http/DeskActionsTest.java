package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.TicketDraft;
import dev.ticketing.http.ValidatingClient.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskActionsTest {

    private static Host host;
    private static ValidatingClient grace;

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
        ticket = "/api/v2/desk/tickets/"
                + host.ticketing()
                        .portal(Host.ADA)
                        .open(TicketDraft.of("Mail", "It is slow."))
                        .id();
    }

    @Test
    void doesEveryActionOnItsRoute() {
        Set<String> done = new TreeSet<>();
        assertThat(act(done, "assign", "{\"agent\": \"agent_2\"}")
                        .at("/assignee")
                        .asString())
                .isEqualTo("agent_2");
        assertThat(act(done, "release", "").at("/assignee").isNull()).isTrue();
        assertThat(act(done, "take", "{}").at("/assignee").asString()).isEqualTo("agent_1");
        assertThat(act(done, "transfer", "{\"department\": \"vps\"}")
                        .at("/department/slug")
                        .asString())
                .isEqualTo("vps");
        assertThat(act(done, "prioritise", "{\"priority\": \"urgent\"}")
                        .at("/priority")
                        .asString())
                .isEqualTo("urgent");
        assertThat(act(done, "categorise", "{\"category\": \"billing\"}")
                        .at("/category")
                        .asString())
                .isEqualTo("billing");
        assertThat(act(done, "retitle", "{\"subject\": \"Slow mail\"}")
                        .at("/subject")
                        .asString())
                .isEqualTo("Slow mail");
        assertThat(words(act(done, "tag", "{\"tags\": [\"a\", \"b\"]}"), "tags"))
                .containsExactly("a", "b");
        assertThat(words(act(done, "tag", "{\"tags\": [\"vip\"], \"audience\": \"desk\"}"), "internalTags"))
                .containsExactly("vip");
        assertThat(words(act(done, "untag", "{\"tags\": [\"a\"], \"audience\": \"portal\"}"), "tags"))
                .containsExactly("b");
        assertThat(words(act(done, "retag", "{\"tags\": [\"z\", \"b\"]}"), "tags"))
                .containsExactly("z", "b");
        assertThat(words(act(done, "cc", "{\"emails\": [\"x@example.org\"]}"), "cc"))
                .containsExactly("x@example.org");
        assertThat(words(act(done, "uncc", "{\"emails\": [\"X@example.org\"]}"), "cc"))
                .isEmpty();
        assertThat(act(done, "link", "{\"type\": \"vps\", \"id\": \"vps_ada\"}")
                        .at("/links/0/name")
                        .asString())
                .isEqualTo("app-01");
        assertThat(act(done, "unlink", "{\"type\": \"vps\", \"id\": \"vps_ada\"}")
                        .at("/links")
                        .size())
                .isZero();
        assertThat(act(done, "edit_opening", "{\"text\": \"Very slow.\"}")
                        .at("/opening/text")
                        .asString())
                .isEqualTo("Very slow.");
        act(
                done,
                "attach",
                "{\"outsideFiles\": [{\"filename\": \"a.png\", \"url\": \"https://files.example.org/a.png\","
                        + " \"size\": 1, \"type\": \"image/png\"}]}");
        assertThat(grace.get(ticket + "/thread")
                        .json()
                        .at("/attachments/0/filename")
                        .asString())
                .isEqualTo("a.png");
        assertThat(act(done, "move", "{\"status\": \"on_hold\"}")
                        .at("/status/category")
                        .asString())
                .isEqualTo("on_hold");
        assertThat(act(done, "resolve", "{\"resolution\": \"New disk.\"}")
                        .at("/resolution")
                        .asString())
                .isEqualTo("New disk.");
        assertThat(act(done, "conclude", "{\"resolution\": null}")
                        .at("/resolution")
                        .isNull())
                .isTrue();
        assertThat(act(done, "close", "{}").at("/closedAt").asString()).isEqualTo("2026-04-27T11:45:00.123Z");
        assertThat(act(done, "reopen", "{}").at("/reopenedCount").asInt()).isEqualTo(1);
        Set<String> all = new TreeSet<>(DeskCommands.forms().keySet());
        all.removeAll(Set.of("reply", "note", "edit"));
        assertThat(done).isEqualTo(all);
    }

    @Test
    void doesSeveralThingsAsOne() {
        Answer answer = grace.post(ticket + "/apply", """
                {"seenUpTo": 1, "commands": [
                  {"command": "take"},
                  {"command": "note", "text": "Disk is full."},
                  {"command": "reply", "text": "Fixed.", "status": "pending"},
                  {"command": "tag", "tags": ["disk"]}]}
                """);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/status/key").asString()).isEqualTo("pending");
        assertThat(answer.json().at("/seq").asInt()).isEqualTo(3);
        assertThat(answer.header("ETag"))
                .contains("\"v" + answer.json().at("/version").asInt() + "\"");
    }

    @Test
    void doesNothingWhenOneOfSeveralIsRefused() {
        Answer answer = grace.post(ticket + "/apply", """
                {"commands": [{"command": "take"}, {"command": "close"}, {"command": "reply", "text": "Too late."}]}
                """);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(grace.get(ticket).json().at("/version").asInt()).isEqualTo(1);
    }

    @Test
    void pointsToTheCommandThatBreaksRules() {
        assertThat(pointers(grace.post(ticket + "/apply", """
                        {"commands": [{"command": "take"}, {"command": "tag", "tags": ["fine", " "]},
                          {"command": "transfer", "department": "nowhere"}]}""")))
                .containsExactlyInAnyOrder("/commands/1/tags/1", "/commands/2/department");
        assertThat(pointers(grace.post(ticket + "/apply", """
                        {"commands": [{"command": "fly"}, {"command": "assign", "agnt": "a"}, {"agent": "b"}, 7], "x": 1}""")))
                .containsExactlyInAnyOrder(
                        "/x",
                        "/commands/3",
                        "/commands/0/command",
                        "/commands/1/agnt",
                        "/commands/1/agent",
                        "/commands/2/command");
        assertThat(pointers(grace.post(ticket + "/apply", """
                        {"commands": [{"command": "attach", "attachmentIds": ["satt_none"], "outsideFiles":
                          [{"filename": "f", "url": "http://files.example.org/f", "size": 1, "type": "text/plain"}]}]}""")))
                .containsExactlyInAnyOrder("/commands/0/attachmentIds/0");
        assertThat(pointers(grace.post(ticket + "/apply", "{\"commands\": []}")))
                .containsExactly("/commands");
    }

    @Test
    void refusesTicketsThatSomebodyElseHas() {
        grace.post(ticket + "/actions/assign", "{\"agent\": \"agent_2\"}");
        Answer taken = grace.post(ticket + "/actions/take");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().at("/code").asString()).isEqualTo("conflict");
        assertThat(taken.json().at("/extensions/changed/0").asString()).isEqualTo("assignee");
    }

    @Test
    void saysWhereATicketCouldMoveInstead() {
        grace.post(ticket + "/actions/close");
        Answer refused = grace.post(ticket + "/actions/move", "{\"status\": \"pending\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/code").asString()).isEqualTo("transition_refused");
        assertThat(refused.json().at("/extensions").toString())
                .isEqualTo("{\"from\":\"closed\",\"to\":\"pending\",\"allowed\":[]}");
    }

    @Test
    void tellsOfEveryActionWhetherItWouldBeRefusedAndHow() {
        grace.post(ticket + "/actions/close");
        JsonNode actions = grace.get(ticket).json().get("allowedActions");
        JsonNode reply = actions.valueStream()
                .filter(action -> action.get("action").asString().equals("reply"))
                .findFirst()
                .orElseThrow();
        assertThat(reply.toString())
                .isEqualTo("{\"action\":\"reply\",\"to\":null,\"allowed\":false,\"refusal\":\"ticket_closed\"}");
        assertThat(grace.post(ticket + "/messages", "{\"text\": \"x\"}").json().at("/code"))
                .isEqualTo(reply.get("refusal"));
    }

    private JsonNode act(Set<String> done, String action, String body) {
        done.add(action);
        String path = ticket + "/actions/" + action;
        Answer answer = body.isEmpty() ? grace.post(path) : grace.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> words(JsonNode ticket, String field) {
        return ticket.get(field).valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").asString())
                .toList();
    }
}
