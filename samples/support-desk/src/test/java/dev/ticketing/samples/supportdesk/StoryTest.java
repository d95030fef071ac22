package dev.ticketing.samples.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Desk;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.PortalThread;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A ticket's life by two customers of one account, two agents and automation, read through every door. */
class StoryTest {

    private static final Requester COLLEAGUE =
            Requester.of("client_555").account("client_123456789").name("Charles Babbage");

    @Test
    void tellsOneStoryThroughEveryDoor(@TempDir Path folder) throws Exception {
        try (Demo demo = Demo.start(folder)) {
            TicketId id = live(demo);

            Desk desk = demo.desk().ticketing().desk(DemoCallers.GRACE);
            TicketThread staff = desk.thread(id, ThreadQuery.whole());
            PortalThread requester =
                    demo.desk().ticketing().portal(DemoCallers.ADA).thread(id, ThreadQuery.whole());
            JsonNode first = demo.get("demo-ada", "/v2/support-tickets/" + id).get("data");
            JsonNode second = demo.get("demo-ada", "/api/v2/support/tickets/" + id);
            JsonNode own = demo.get("demo-agent", "/api/v2/desk/tickets/" + id);
            JsonNode ownThread = demo.get("demo-agent", "/api/v2/desk/tickets/" + id + "/thread");

            List<String> told =
                    requester.messages().stream().map(message -> message.text()).toList();
            assertThat(told)
                    .containsExactly(
                            "The shop is down since noon.",
                            "All of it, or the checkout only?",
                            "The checkout only.",
                            "The payment page, to be exact.",
                            "A certificate had expired; it is renewed.",
                            "Automatic check: the page answers again.",
                            "It is back, but slow.",
                            "The cache was cold; it is warm now.",
                            "Thank you both!");
            assertThat(texts(first.get("threads"), "message")).isEqualTo(told);
            assertThat(texts(second.get("messages"), "body")).isEqualTo(told);
            assertThat(staff.entries().stream()
                            .filter(entry -> entry instanceof TicketThread.Message)
                            .map(entry -> entry.text())
                            .toList())
                    .isEqualTo(told);
            assertThat(staff.entries()).hasSize(told.size() + 2);
            assertThat(texts(ownThread.get("entries"), "text"))
                    .isEqualTo(
                            staff.entries().stream().map(entry -> entry.text()).toList());

            assertThat(texts(first.get("threads"), "author"))
                    .isEqualTo(requester.messages().stream()
                            .map(message -> switch (message.author().kind()) {
                                case AUTOMATION -> "system";
                                default -> message.author().id();
                            })
                            .toList());
            assertThat(texts(second.get("messages"), "sender"))
                    .containsExactly(
                            "customer",
                            "staff",
                            "customer",
                            "customer",
                            "staff",
                            "automation",
                            "customer",
                            "staff",
                            "customer");
            assertThat(texts(second.get("messages"), "id"))
                    .isEqualTo(requester.messages().stream()
                            .map(message -> message.id().value())
                            .toList());

            assertThat(first.get("title").asString()).isEqualTo(staff.ticket().subject());
            assertThat(second.get("subject").asString())
                    .isEqualTo(staff.ticket().subject());
            assertThat(own.get("subject").asString()).isEqualTo("Checkout is down");
            assertThat(first.get("status").asString()).isEqualTo("closed");
            assertThat(second.get("status").asString()).isEqualTo("closed");
            assertThat(own.get("status").get("key").asString()).isEqualTo("closed");
            assertThat(requester.ticket().status().key()).isEqualTo(StatusKey.CLOSED);
            assertThat(first.get("assignedTo").asString()).isEqualTo("agent_987654321");
            assertThat(texts(first.get("tags"), "")).containsExactly("checkout", "certificate");
            assertThat(first.get("priority").asString()).isEqualTo("urgent");
            assertThat(second.get("priority").asString()).isEqualTo("urgent");
            assertThat(second.get("messageCount").asInt()).isEqualTo(told.size());
            assertThat(second.get("number").asString())
                    .isEqualTo(Long.toString(staff.ticket().number()));
            assertThat(first.get("createdAt").asString())
                    .isEqualTo(requester
                            .ticket()
                            .createdAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            assertThat(second.get("updatedAt").asString())
                    .startsWith(first.get("updatedAt").asString().replace("Z", "."));
            assertThat(own.get("version").asLong()).isEqualTo(staff.ticket().version());
            assertThat(desk.history(id, 0)).hasSize((int) staff.ticket().version());
        }
    }

    /** Twenty steps, through every door. */
    private static TicketId live(Demo demo) throws Exception {
        Portal colleague = demo.desk().ticketing().portal(COLLEAGUE);
        Desk robot = demo.desk().ticketing().desk(Agent.system("monitor"));
        Desk grace = demo.desk().ticketing().desk(DemoCallers.GRACE);

        JsonNode opened = demo.post("demo-ada", "/api/v2/support/tickets", """
                {"departmentSlug":"general","subject":"Shop is down","message":"The shop is down since noon.","priority":"high"}""");
        TicketId id = new TicketId(opened.get("id").asString());
        String ticket = "/v2/support-tickets/" + id;
        String support = "/api/v2/support/tickets/" + id;
        String desk = "/api/v2/desk/tickets/" + id;

        demo.post("demo-agent", desk + "/actions/take", "");
        demo.post("demo-agent", desk + "/messages", "{\"text\":\"All of it, or the checkout only?\"}");
        demo.post("demo-ada", support + "/messages", "{\"message\":\"The checkout only.\"}");
        colleague.reply(id, "The payment page, to be exact.");
        grace.retitle(id, "Checkout is down");
        demo.put("demo-agent", ticket, "{\"priority\":\"urgent\",\"tags\":[\"checkout\"]}");
        grace.note(id, "The certificate ran out at noon.");
        demo.post("demo-agent", desk + "/actions/release", "");
        grace.assign(id, new AgentId("agent_987654321"));
        demo.put("demo-agent2", ticket, "{\"message\":\"A certificate had expired; it is renewed.\"}");
        robot.reply(
                id, MessageDraft.of("Automatic check: the page answers again.").thenStatus(StatusKey.PENDING));
        robot.tag(id, "certificate");
        demo.post("demo-ada", support + "/messages", "{\"message\":\"It is back, but slow.\"}");
        demo.post("demo-agent2", desk + "/notes", "{\"text\":\"Cold cache.\"}");
        demo.post("demo-agent2", desk + "/messages", "{\"text\":\"The cache was cold; it is warm now.\"}");
        demo.put(
                "demo-agent2",
                ticket,
                "{\"status\":\"resolved\",\"resolution\":\"Certificate renewed, cache warmed.\"}");
        colleague.reopen(id);
        colleague.reply(id, "Thank you both!");
        demo.post("demo-ada", support + "/actions/close", "");
        return id;
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> field.isEmpty() ? node.asString() : node.get(field).asString())
                .toList();
    }
}
