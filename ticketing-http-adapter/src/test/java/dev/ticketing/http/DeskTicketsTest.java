package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.http.ValidatingClient.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskTicketsTest {

    private Host server;
    private ValidatingClient grace;

    @BeforeEach
    void start() {
        server = Host.start();
        grace = server.as("grace");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void opensTicketForRequester() {
        Answer answer = grace.post("/api/v2/desk/tickets", """
                {"requester": {"id": "client_9", "account": "client_1", "name": "Cy", "email": "cy@example.org"},
                 "subject": "Invoice", "message": "It is wrong.", "priority": "critical", "category": "billing",
                 "department": "billing", "channel": "phone", "externalId": "ext-1", "criticalReason": "All stands still.",
                 "aiSummary": "Invoice wrong", "aiHelpful": false, "tags": ["vip"], "cc": ["boss@example.org"],
                 "links": [{"type": "vps", "id": "vps_ada"}],
                 "outsideFiles": [{"filename": "a.png", "url": "https://files.example.org/a.png", "size": 3, "type": "image/png"}]}
                """);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).contains("\"v1\"");
        JsonNode ticket = answer.json();
        assertThat(ticket.at("/requester").toString())
                .isEqualTo(
                        "{\"id\":\"client_9\",\"account\":\"client_1\",\"name\":\"Cy\",\"email\":\"cy@example.org\"}");
        assertThat(ticket.at("/status/key").asString()).isEqualTo("open");
        assertThat(ticket.at("/priority").asString()).isEqualTo("critical");
        assertThat(ticket.at("/department/slug").asString()).isEqualTo("billing");
        assertThat(ticket.at("/channel").asString()).isEqualTo("phone");
        assertThat(ticket.at("/externalId").asString()).isEqualTo("ext-1");
        assertThat(ticket.at("/aiSummary").asString()).isEqualTo("Invoice wrong");
        assertThat(ticket.at("/aiHelpful").asBoolean()).isFalse();
        assertThat(ticket.at("/links/0/id").asString()).isEqualTo("vps_ada");
        assertThat(ticket.at("/createdAt").asString()).isEqualTo("2026-04-27T11:45:00.123Z");
        assertThat(ticket.at("/opening/text").asString()).isEqualTo("It is wrong.");
        assertThat(ticket.at("/opening/author/id").asString()).isEqualTo("client_9");
        assertThat(ticket.at("/opening/attachments/0/downloadUrl").asString())
                .isEqualTo("https://files.example.org/a.png");
    }

    @Test
    void readsTicketByIdAndNumber() {
        Ticket ticket = open("One");
        Answer byId = grace.get("/api/v2/desk/tickets/" + ticket.id());
        Answer byNumber = grace.get("/api/v2/desk/tickets/" + ticket.number());
        assertThat(byId.text()).isEqualTo(byNumber.text());
        assertThat(byId.header("ETag")).contains("\"v1\"");
    }

    @Test
    void answersForeignAndUnknownTicketsAlike() {
        Ticket ticket = open("General matter");
        ValidatingClient billing = server.as("ben");
        Answer foreign = billing.get("/api/v2/desk/tickets/" + ticket.id());
        Answer unknown = billing.get("/api/v2/desk/tickets/tkt_01j0000000000000000000000a");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(plain(foreign)).isEqualTo(plain(unknown));
        assertThat(plain(billing.get("/api/v2/desk/tickets/nonsense"))).isEqualTo(plain(unknown));
        assertThat(plain(billing.get("/api/v2/desk/tickets/999999"))).isEqualTo(plain(unknown));
    }

    @Test
    void listsInPagesWithSignedCursors() {
        for (int i = 1; i <= 5; i++) open("Ticket " + i);
        JsonNode first = grace.get("/api/v2/desk/tickets?limit=2&status=open").json();
        assertThat(first.at("/data").size()).isEqualTo(2);
        assertThat(first.at("/hasMore").asBoolean()).isTrue();
        String cursor = first.at("/nextCursor").asString();
        JsonNode second = grace.get("/api/v2/desk/tickets?status=open&limit=100&cursor=" + cursor)
                .json();
        assertThat(second.at("/data").size()).isEqualTo(3);
        assertThat(second.at("/hasMore").asBoolean()).isFalse();
        assertThat(grace.get("/api/v2/desk/tickets?limit=2&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(server.as("robot")
                        .get("/api/v2/desk/tickets?status=open&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(pointers(grace.get("/api/v2/desk/tickets?status=open&cursor=" + cursor + "x")))
                .containsExactly("/cursor");
    }

    @Test
    void keepsFiltersThatLookLikeTwoApart() {
        for (int i = 1; i <= 3; i++) open("Ticket " + i);
        String path = "/api/v2/desk/tickets?limit=1&q=";
        String cursor =
                grace.get(path + "ticket&status=open").json().at("/nextCursor").asString();
        assertThat(grace.get(path + "ticket&status=open&cursor=" + cursor).status())
                .isEqualTo(200);
        assertThat(grace.get(path + "ticket%26status=open&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @Test
    void filtersByEveryParameter() {
        Ticket billing = server.ticketing()
                .desk(Host.GRACE)
                .open(
                        Host.ADA,
                        TicketDraft.of("Invoice", "Wrong sum.")
                                .department("billing")
                                .category("billing")
                                .externalId("ext-7"));
        Ticket other = open("Slow mail");
        server.ticketing().desk(Host.GRACE).take(other.id());
        server.ticketing().desk(Host.GRACE).move(other.id(), StatusKey.ON_HOLD);
        assertThat(found("department=billing")).containsExactly(billing.id().value());
        assertThat(found("category=billing")).containsExactly(billing.id().value());
        assertThat(found("assignee=agent_1")).containsExactly(other.id().value());
        assertThat(found("status=on_hold")).containsExactly(other.id().value());
        assertThat(found("status=on_hold&status=open&order=updated")).hasSize(2);
        assertThat(found("priority=low")).isEmpty();
        assertThat(found("priority=low&priority=medium&order=last_message")).hasSize(2);
        assertThat(found("q=wrong")).containsExactly(billing.id().value());
        assertThat(found("externalId=ext-7")).containsExactly(billing.id().value());
        assertThat(found("externalId=ext-8")).isEmpty();
    }

    @Test
    void refusesParametersByName() {
        assertThat(pointers(grace.get("/api/v2/desk/tickets?statuss=open&limit=0&order=best&priority=huge&category=x")))
                .containsExactlyInAnyOrder("/statuss", "/limit", "/order", "/priority", "/category");
        assertThat(pointers(grace.get("/api/v2/desk/tickets?status=unknown&department=x&assignee=")))
                .containsExactlyInAnyOrder("/status", "/department", "/assignee");
        assertThat(pointers(grace.get("/api/v2/desk/tickets?q=%20-%20"))).containsExactly("/q");
        assertThat(pointers(grace.get("/api/v2/desk/tickets?q=a&order=updated")))
                .containsExactly("/order");
        assertThat(pointers(grace.get("/api/v2/desk/tickets?externalId=a&status=open")))
                .containsExactly("/status");
    }

    @Test
    void countsAndListsDepartments() {
        open("One");
        open("Two");
        JsonNode counts = grace.get("/api/v2/desk/counts").json();
        assertThat(counts.at("/total").asInt()).isEqualTo(2);
        assertThat(counts.at("/byStatus/open").asInt()).isEqualTo(2);
        assertThat(counts.at("/rows").size()).isEqualTo(1);
        assertThat(grace.get("/api/v2/desk/departments")
                        .json()
                        .at("/departments/1/slug")
                        .asString())
                .isEqualTo("billing");
        assertThat(server.as("ben")
                        .get("/api/v2/desk/counts")
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void tellsWhatHappened() {
        TicketId id = open("One").id();
        server.ticketing().desk(Host.GRACE).note(id, "Hm.");
        server.ticketing().desk(Host.GRACE).take(id);
        JsonNode events = grace.get("/api/v2/desk/tickets/" + id + "/history").json();
        assertThat(events.at("/data")
                        .valueStream()
                        .map(event -> event.get("kind").asString()))
                .containsExactly("opened", "noted", "assigned");
        assertThat(events.at("/data/1/portalVersion").isNull()).isTrue();
        assertThat(events.at("/data/2/changes/0").toString())
                .isEqualTo("{\"field\":\"assignee\",\"before\":null,\"after\":\"agent_1\"}");
        assertThat(grace.get("/api/v2/desk/tickets/" + id + "/history?after=2")
                        .json()
                        .at("/data")
                        .size())
                .isEqualTo(1);
        assertThat(pointers(grace.get("/api/v2/desk/tickets/" + id + "/history?after=-1")))
                .containsExactly("/after");
    }

    private Ticket open(String subject) {
        return server.ticketing().desk(Host.GRACE).open(Host.ADA, TicketDraft.of(subject, "Please help."));
    }

    private List<String> found(String parameters) {
        return grace.get("/api/v2/desk/tickets?" + parameters)
                .json()
                .get("data")
                .valueStream()
                .map(ticket -> ticket.get("id").asString())
                .toList();
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").asString())
                .toList();
    }

    /** The body without what differs from request to request. */
    private static String plain(Answer answer) {
        return answer.text().replaceAll("\"(instance|requestId)\":\"[^\"]*\"", "");
    }
}
