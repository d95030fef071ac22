package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.TicketId;
import dev.ticketing.contract.CountingIds;
import dev.ticketing.http.ValidatingClient.Answer;
import dev.ticketing.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The same story told twice, once with notes, internal tags and staff files in between: every byte and header that a requester
 * gets is the same. Clock and ids are fixed; what staff keep to themselves draws ids from a source of its own.
 */
class NonInterferenceTest {

    private static final String TICKETS = SupportContractTest.TICKETS;

    /** What staff do between two steps of the story. */
    private interface Aside {
        void act(Desk desk, TicketId ticket);
    }

    @Test
    void showsRequestersNothingOfWhatStaffKeepToThemselves() {
        assertThat(told(NonInterferenceTest::internalWork)).isEqualTo(told((desk, ticket) -> {}));
    }

    @Test
    void noticesANoteThatIsLetThrough() {
        assertThat(told(NonInterferenceTest::noteLetThrough)).isNotEqualTo(told((desk, ticket) -> {}));
    }

    @Test
    void noticesAPublicTag() {
        assertThat(told((desk, ticket) -> desk.tag(ticket, "vip"))).isNotEqualTo(told((desk, ticket) -> {}));
    }

    private static void internalWork(Desk desk, TicketId ticket) {
        desk.note(ticket, "Canary: this customer is difficult.");
        desk.apply(ticket, new Command.Tag(Audience.DESK, List.of("canary")));
        desk.apply(ticket, new Command.Untag(Audience.DESK, List.of("canary")));
        desk.once(IdempotencyKey.of("canary-" + ticket + desk.get(ticket).version()))
                .note(ticket, "Canary: once.");
    }

    /** What a leak would look like: the note goes out as a message. */
    private static void noteLetThrough(Desk desk, TicketId ticket) {
        if (!desk.get(ticket).status().category().isDone()) desk.reply(ticket, "Canary: this customer is difficult.");
    }

    private static String told(Aside aside) {
        SwitchingIds ids = new SwitchingIds();
        StringBuilder seen = new StringBuilder();
        try (Host host = Host.start("/*", settings -> settings.ids(ids), servlet -> servlet.cursorKey(new byte[32]))) {
            Teller teller = new Teller(host, ids, aside, seen);
            teller.tell();
        }
        return seen.toString();
    }

    /** Tells the story and writes down what the requester sees. */
    private record Teller(Host host, SwitchingIds ids, Aside aside, StringBuilder seen) {

        void tell() {
            String first = SupportContractTest.id(see(host.as("ada").post(TICKETS, SupportContractTest.DRAFT)));
            String second = SupportTicketsContractTest.id(
                    see(host.as("ada").post("/v2/support-tickets", SupportTicketsContractTest.DRAFT)));
            for (String ticket : List.of(first, second)) {
                step(ticket);
                see(host.as("ada").post(TICKETS + "/" + ticket + "/messages", "{\"message\":\"Any news?\"}"));
                step(ticket);
                host.as("grace")
                        .put("/v2/support-tickets/" + ticket, "{\"message\":\"Soon.\",\"status\":\"in_progress\"}");
                step(ticket);
                see(host.as("ada")
                        .with("If-Match", tag(ticket))
                        .put("/v2/support-tickets/" + ticket, "{\"message\":\"Thanks.\"}"));
                see(host.as("ada").with("If-Match", "\"v1\"").post(TICKETS + "/" + ticket + "/actions/close"));
                step(ticket);
                see(host.as("ada")
                        .upload("/api/v2/support/attachments", "a.txt", new byte[] {'a'}, Map.of("ticketId", ticket)));
                String file = see(host.as("ada").post(TICKETS + "/" + ticket + "/messages", "{\"message\":\"File.\"}"))
                        .json()
                        .at("/attachments/0/downloadUrl")
                        .asString();
                step(ticket);
                see(host.as("ada").get(file));
                see(host.as("ada").post(TICKETS + "/" + ticket + "/actions/close"));
                step(ticket);
                see(host.as("ada").post(TICKETS + "/" + ticket + "/messages", "{\"message\":\"Too late.\"}"));
                see(host.as("bob").get(TICKETS + "/" + ticket));
                look(ticket);
            }
        }

        private void step(String ticket) {
            host.clock().advance(Duration.ofSeconds(1));
            ids.aside(true);
            aside.act(host.ticketing().desk(Host.GRACE), TicketId.of(ticket));
            ids.aside(false);
            // time that only staff used must not show either
            host.clock().advance(Duration.ofSeconds(1));
            look(ticket);
        }

        private void look(String ticket) {
            ValidatingClient ada = host.as("ada");
            see(ada.get(TICKETS + "/" + ticket));
            see(ada.get(TICKETS + "/1"));
            see(ada.get("/v2/support-tickets/" + ticket));
            see(ada.get("/v2/support-tickets?countByStatus=true"));
            see(ada.get("/v2/support-tickets?status=open&limit=1"));
            String next =
                    see(ada.get(TICKETS + "?limit=1")).json().at("/nextCursor").asString();
            see(ada.get(TICKETS + "?limit=1&cursor=" + next));
        }

        private String tag(String ticket) {
            return host.as("ada").get(TICKETS + "/" + ticket).header("ETag").orElseThrow();
        }

        private Answer see(Answer answer) {
            // the server's own date is the container's real clock
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            seen.append(answer.status())
                    .append(headers)
                    .append('\n')
                    .append(answer.text())
                    .append('\n');
            return answer;
        }
    }

    /** Ids that count, in two rows: one for the story, one for what staff do aside. */
    private static final class SwitchingIds implements IdSource {

        private final IdSource story = new CountingIds();
        private final IdSource between = new CountingIds();
        private volatile boolean aside;

        void aside(boolean now) {
            aside = now;
        }

        @Override
        public String ulid(Instant at) {
            return aside ? between.ulid(at.plusSeconds(1_000_000)) : story.ulid(at);
        }

        @Override
        public String token() {
            return aside ? "a" + between.token().substring(1) : story.token();
        }
    }
}
