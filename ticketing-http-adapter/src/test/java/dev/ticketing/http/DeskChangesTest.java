package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.contract.RandomHistory;
import dev.ticketing.contract.World;
import dev.ticketing.http.ValidatingClient.Answer;
import dev.ticketing.memory.InMemoryStorage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v2/desk/changes}: one order, nothing left out, enough to rebuild every ticket. */
class DeskChangesTest {

    private static final String CHANGES = "/api/v2/desk/changes";

    @Test
    void tellsWhatHappenedToAllTicketsInOneOrder() {
        try (Host host = Host.start()) {
            TicketId one = host.ticketing()
                    .portal(Host.ADA)
                    .open(TicketDraft.of("One", "Help"))
                    .id();
            TicketId two = host.ticketing()
                    .portal(Host.BOB)
                    .open(TicketDraft.of("Two", "Help"))
                    .id();
            host.ticketing().desk(Host.GRACE).note(one, "Hm.");
            Answer answer = host.as("grace").get(CHANGES);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(column(answer, "/position")).containsExactly("1", "2", "3");
            assertThat(column(answer, "/ticketId")).containsExactly(one.value(), two.value(), one.value());
            assertThat(column(answer, "/event/kind")).containsExactly("opened", "opened", "noted");
            assertThat(answer.json().at("/data/2/texts/0/text").asString()).isEqualTo("Hm.");
            assertThat(answer.json().at("/data/2/authorName").asString()).isEqualTo("Grace Hopper");
            assertThat(answer.json().get("next").asInt()).isEqualTo(3);
        }
    }

    @Test
    void readsOnWhereThePageBeforeEnded() {
        try (Host host = Host.start()) {
            for (int i = 0; i < 5; i++) host.ticketing().portal(Host.ADA).open(TicketDraft.of("Some", "Help"));
            ValidatingClient grace = host.as("grace");
            assertThat(column(grace.get(CHANGES + "?limit=2"), "/position")).containsExactly("1", "2");
            assertThat(column(grace.get(CHANGES + "?limit=2&after=2"), "/position"))
                    .containsExactly("3", "4");
            assertThat(column(grace.get(CHANGES + "?limit=2&after=4"), "/position"))
                    .containsExactly("5");
            for (int end : new int[] {5, 6, 4711}) {
                JsonNode page = grace.get(CHANGES + "?after=" + end).json();
                assertThat(page.get("data")).isEmpty();
                assertThat(page.get("next").asInt()).isEqualTo(end);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=",
                "after=1.5",
                "after=9999999999999999999",
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=1&limit=2",
                "before=3"
            })
    void refusesBadParametersByName(String query) {
        try (Host host = Host.start()) {
            Answer answer = host.as("grace").get(CHANGES + "?" + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asString()).isEqualTo("invalid_request");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/" + query.replaceAll("=.*", ""));
        }
    }

    @Test
    void showsAnAgentOnlyTicketsOfItsDepartments() {
        try (Host host = Host.start()) {
            TicketDraft draft = TicketDraft.of("Some", "Help");
            host.ticketing().portal(Host.ADA).open(draft.department("vps"));
            TicketId billing = host.ticketing()
                    .portal(Host.ADA)
                    .open(draft.department("billing"))
                    .id();
            TicketId moved = host.ticketing()
                    .portal(Host.BOB)
                    .open(draft.department("vps"))
                    .id();
            host.ticketing().desk(Host.GRACE).transfer(moved, "billing");
            ValidatingClient ben = host.as("ben");
            assertThat(column(ben.get(CHANGES), "/ticketId"))
                    .containsExactly(billing.value(), moved.value(), moved.value());
            JsonNode first = ben.get(CHANGES + "?limit=1").json();
            assertThat(first.get("data"))
                    .as("what is not shown counts for the limit")
                    .isEmpty();
            assertThat(first.get("next").asInt()).isEqualTo(1);
            host.ticketing().desk(Host.GRACE).transfer(billing, "vps");
            assertThat(column(ben.get(CHANGES), "/ticketId")).containsOnly(moved.value());
        }
    }

    @Test
    void isForStaffWithTheScopeOnly() {
        try (Host host = Host.start()) {
            host.ticketing().portal(Host.ADA).open(TicketDraft.of("Some", "Help"));
            assertThat(host.anonymous().get(CHANGES).status()).isEqualTo(401);
            assertThat(host.as("ada").get(CHANGES).status()).isEqualTo(403);
            assertThat(host.as("ada").get(CHANGES).text()).doesNotContain("Help");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4711, 4712, 4713})
    void isEnoughToRebuildEveryTicket(long seed) {
        InMemoryStorage storage = new InMemoryStorage();
        World world = World.over(storage)
                .with(settings -> settings.systemEntries(seed % 2 == 0 ? SystemEntries.NONE : SystemEntries.RECORDED));
        RandomHistory history = new RandomHistory(world, seed);
        for (int i = 0; i < 240; i++)
            if (i % 4 == 3) history.keepSecret();
            else history.act();
        try (Host host = Host.over(world.ticketing(), world.clock())) {
            ValidatingClient grace = host.as("grace");
            Map<String, RebuiltTicket> rebuilt = rebuilt(grace);
            assertThat(rebuilt.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            history.tickets().stream().map(TicketId::value).toList());
            rebuilt.forEach((id, ticket) -> {
                assertThat(ticket.ticket())
                        .isEqualTo(shown(grace.get("/api/v2/desk/tickets/" + id).json()));
                assertThat(ticket.thread()).isEqualTo(thread(grace, id));
            });
        }
    }

    private static Map<String, RebuiltTicket> rebuilt(ValidatingClient client) {
        Map<String, RebuiltTicket> rebuilt = new LinkedHashMap<>();
        for (long after = 0, next = -1; after != next; ) {
            JsonNode page = client.get(CHANGES + "?limit=37&after=" + after).json();
            for (JsonNode change : page.get("data"))
                rebuilt.computeIfAbsent(change.get("ticketId").asString(), RebuiltTicket::new)
                        .take(change);
            next = after;
            after = page.get("next").asLong();
        }
        return rebuilt;
    }

    /** The ticket without what a reader derives from settings (labels, descriptions, next actions) or reads apart (files). */
    private static Map<String, @Nullable Object> shown(JsonNode ticket) {
        Map<String, @Nullable Object> shown = new TreeMap<>();
        for (String name : ticket.propertyNames()) shown.put(name, plain(ticket.get(name)));
        shown.remove("allowedActions");
        shown.put("status", ticket.at("/status/key").asString());
        shown.put("department", ticket.at("/department/slug").asString());
        shown.put(
                "links",
                ticket.get("links").valueStream().map(DeskChangesTest::line).toList());
        JsonNode helpful = ticket.get("aiHelpful");
        shown.put("aiHelpful", helpful.isNull() ? null : helpful.asBoolean() ? "1" : "0");
        return shown;
    }

    private static String line(JsonNode link) {
        String name = link.get("name").isNull() ? "" : link.get("name").asString();
        return link.get("type").asString() + "\t" + link.get("id").asString() + "\t" + name;
    }

    private static List<Object> thread(ValidatingClient client, String id) {
        List<Object> entries = new ArrayList<>();
        JsonNode page;
        for (String after = "0"; ; after = page.get("nextAfter").asString()) {
            page = client.get("/api/v2/desk/tickets/" + id + "/thread?after=" + after)
                    .json();
            for (JsonNode entry : page.get("entries")) entries.add(plain(entry));
            if (!page.get("hasMore").asBoolean()) return entries;
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) return null;
        if (node.isArray())
            return node.valueStream().map(DeskChangesTest::plain).toList();
        if (node.isString()) return node.asString();
        if (node.isBoolean()) return node.asBoolean();
        if (node.isIntegralNumber()) return node.asLong();
        Map<String, @Nullable Object> object = new TreeMap<>();
        for (String name : node.propertyNames())
            if (!name.equals("attachments")) object.put(name, plain(node.get(name)));
        return object;
    }

    private static List<String> column(Answer answer, String pointer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .get("data")
                .valueStream()
                .map(change -> change.at(pointer).asString())
                .toList();
    }
}
