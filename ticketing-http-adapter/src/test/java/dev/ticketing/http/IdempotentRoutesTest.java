package dev.ticketing.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.MessageDraft;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.http.ValidatingClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route that changes something takes a key: once for a caller and a request, whatever the request is. */
class IdempotentRoutesTest {

    private static final String DESK = "POST /api/v2/desk/tickets/{id}";
    private static final String ACTION = DESK + "/actions/";

    /** A body that each route takes. A new route fails here until it has a row. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            entry(
                    "POST /v2/support-tickets",
                    "{\"title\":\"A\",\"description\":\"B\",\"priority\":\"low\",\"category\":\"billing\"}"),
            entry("PUT /v2/support-tickets/{id}", "{\"message\":\"m\"}"),
            entry(
                    "POST /api/v2/support/tickets",
                    "{\"departmentSlug\":\"general\",\"subject\":\"A\",\"message\":\"B\"}"),
            entry("POST /api/v2/support/tickets/{id}/messages", "{\"message\":\"m\"}"),
            entry("POST /api/v2/support/tickets/{id}/actions/close", "{}"),
            entry("POST /api/v2/support/tickets/{id}/actions/reopen", "{}"),
            entry("POST /api/v2/support/attachments", "a file"),
            entry(
                    "POST /api/v2/desk/tickets",
                    "{\"requester\":{\"id\":\"client_1\"},\"subject\":\"A\",\"message\":\"B\"}"),
            entry(DESK + "/messages", "{\"text\":\"m\"}"),
            entry(DESK + "/notes", "{\"text\":\"n\"}"),
            entry("PUT /api/v2/desk/tickets/{id}/entries/{entryId}", "{\"text\":\"other\"}"),
            entry(ACTION + "edit_opening", "{\"text\":\"other\"}"),
            entry(ACTION + "assign", "{\"agent\":\"agent_9\"}"),
            entry(ACTION + "take", "{}"),
            entry(ACTION + "release", "{}"),
            entry(ACTION + "move", "{\"status\":\"on_hold\"}"),
            entry(ACTION + "resolve", "{\"resolution\":\"r\"}"),
            entry(ACTION + "conclude", "{\"resolution\":\"r\"}"),
            entry(ACTION + "close", "{}"),
            entry(ACTION + "reopen", "{}"),
            entry(ACTION + "transfer", "{\"department\":\"vps\"}"),
            entry(ACTION + "prioritise", "{\"priority\":\"high\"}"),
            entry(ACTION + "categorise", "{\"category\":\"billing\"}"),
            entry(ACTION + "retitle", "{\"subject\":\"S\"}"),
            entry(ACTION + "tag", "{\"tags\":[\"a\"]}"),
            entry(ACTION + "untag", "{\"tags\":[\"t\"]}"),
            entry(ACTION + "retag", "{\"tags\":[\"b\"]}"),
            entry(ACTION + "link", "{\"type\":\"vps\",\"id\":\"other_ada\"}"),
            entry(ACTION + "unlink", "{\"type\":\"vps\",\"id\":\"vps_ada\"}"),
            entry(ACTION + "cc", "{\"emails\":[\"a@example.org\"]}"),
            entry(ACTION + "uncc", "{\"emails\":[\"cc@example.org\"]}"),
            entry(
                    ACTION + "attach",
                    "{\"outsideFiles\":[{\"filename\":\"a.png\",\"url\":\"https://files.example.org/a.png\","
                            + "\"size\":1,\"type\":\"image/png\"}]}"),
            entry(DESK + "/apply", "{\"commands\":[{\"command\":\"note\",\"text\":\"n\"}]}"),
            entry("POST /api/v2/desk/attachments", "a file"));

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final Host HOST = Host.start();

    private final String key = "k-" + KEYS.incrementAndGet();

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @Test
    void knowsEveryRouteThatChangesSomething() {
        assertThat(writes().stream().map(Route::name)).containsExactlyInAnyOrderElementsOf(BODIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void repeatsTheFirstAnswerUnderOneKey(Route route) {
        String path = path(route, Host.ADA, Host.GRACE);
        Answer first = send(route, path, first(route), body(route));
        assertThat(first.status()).as(first.text()).isBetween(200, 201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        long changes = changes();
        HOST.clock().advance(Duration.ofMinutes(5));
        Answer again = send(route, path, first(route), body(route));
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(changes()).isEqualTo(changes);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refusesAnotherBodyUnderTheSameKey(Route route) {
        String path = path(route, Host.ADA, Host.GRACE);
        assertThat(send(route, path, first(route), body(route)).status()).isBetween(200, 201);
        long changes = changes();
        Answer other = send(route, path, first(route), body(route) + " ");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).containsIgnoringCase("idempotency_key_reused");
        assertThat(changes()).isEqualTo(changes);
        // the first answer is still the one of the key
        assertThat(send(route, path, first(route), body(route)).header("Idempotency-Replayed"))
                .contains("true");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void keepsTheSameKeyOfAnotherCallerApart(Route route) {
        assertThat(send(route, path(route, Host.ADA, Host.GRACE), first(route), body(route))
                        .status())
                .isBetween(200, 201);
        Requester owner = route.surface() == Surface.DESK ? Host.ADA : Host.BOB;
        Answer own = send(route, path(route, owner, Host.ROBOT), second(route), body(route));
        assertThat(own.status()).as(own.text()).isBetween(200, 201);
        assertThat(own.header("Idempotency-Replayed")).isEmpty();
    }

    /** Two requests under one key are two, when they are for different tickets. */
    @ParameterizedTest
    @MethodSource("writes")
    void refusesAnotherPathUnderTheSameKey(Route route) {
        if (!route.path().text().contains("{")) return;
        send(route, path(route, Host.ADA, Host.GRACE), first(route), body(route));
        Answer other = send(route, path(route, Host.ADA, Host.GRACE), first(route), body(route));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).containsIgnoringCase("idempotency_key_reused");
    }

    static List<Route> writes() {
        return Routes.standard().lines().stream()
                .filter(line -> !line.method().equals("GET"))
                .toList();
    }

    private long changes() {
        return HOST.ticketing().desk(Host.GRACE).search(TicketQuery.all()).items().stream()
                .mapToLong(ticket -> ticket.version())
                .sum();
    }

    /** Makes a ticket on which the route has something to do, and gives its path. */
    private String path(Route route, Requester owner, Agent agent) {
        String template = route.path().text();
        if (!template.contains("{")) return template;
        TicketDraft draft = TicketDraft.of("Some", "Help").tag("t").cc("cc@example.org");
        if (owner == Host.ADA) draft = draft.link(Host.ADAS_SERVER.type(), Host.ADAS_SERVER.id());
        TicketId ticket = HOST.ticketing().portal(owner).open(draft).id();
        Desk desk = HOST.ticketing().desk(agent);
        String entry = desk.reply(ticket, MessageDraft.of("first")).id().value();
        if (template.endsWith("reopen")) desk.close(ticket);
        if (template.endsWith("release")) desk.take(ticket);
        return template.replace("{id}", ticket.value()).replace("{entryId}", entry);
    }

    private Answer send(Route route, String path, String token, String body) {
        ValidatingClient client = HOST.as(token).with("Idempotency-Key", key);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (path.endsWith("/attachments")) return client.upload(path, "a.txt", bytes, Map.of());
        return client.with("Content-Type", "application/json").send(route.method(), path, Optional.of(bytes));
    }

    private static String body(Route route) {
        return BODIES.getOrDefault(route.name(), "{}");
    }

    private static String first(Route route) {
        return route.surface() == Surface.DESK ? "grace" : "ada";
    }

    private static String second(Route route) {
        return route.surface() == Surface.DESK ? "robot" : "bob";
    }
}
