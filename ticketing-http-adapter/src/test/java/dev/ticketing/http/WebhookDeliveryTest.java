package dev.ticketing.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Work;
import dev.ticketing.http.ValidatingClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** From a request at the servlet to a request at a receiver, through the database. */
class WebhookDeliveryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void deliversWhatARequestDidToAReceiverThatFailsTwice() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (Receiver receiver =
                        new Receiver(hook -> Receiver.Response.of(attempts.incrementAndGet() < 3 ? 503 : 204));
                Host host = host(Webhook.portal("shop", receiver.url()))) {
            Answer opened = host.as("ada")
                    .post(
                            "/api/v2/support/tickets",
                            "{\"departmentSlug\":\"general\",\"subject\":\"Naïve 🐌\",\"message\":\"Help\"}");
            assertThat(opened.status()).isEqualTo(201);
            assertThat(receiver.hooks()).as("nothing runs unasked").isEmpty();

            Work work = host.ticketing().work();
            assertThat(work.runDue()).extracting(Work.Report::failed).isEqualTo(1L);
            assertThat(work.runDue().failed()).as("not due yet").isZero();
            host.clock().advance(Duration.ofHours(1));
            assertThat(work.runDue().failed()).isEqualTo(1);
            host.clock().advance(Duration.ofHours(1));
            assertThat(work.runDue().delivered()).isEqualTo(1);
            host.clock().advance(Duration.ofHours(1));
            assertThat(work.runDue().delivered()).isZero();

            List<Receiver.Hook> hooks = receiver.hooks();
            assertThat(hooks).hasSize(3);
            assertThat(hooks)
                    .extracting(Receiver.Hook::body)
                    .containsOnly(hooks.get(0).body());
            assertThat(hooks)
                    .extracting(Receiver.Hook::id)
                    .containsOnly(hooks.get(0).id());
            long start = Host.START.getEpochSecond();
            assertThat(hooks).extracting(Receiver.Hook::seconds).containsExactly(start, start + 3600, start + 7200);
            for (Receiver.Hook hook : hooks)
                assertThat(hook.signature())
                        .isEqualTo(new com.standardwebhooks.Webhook(Hooks.SECRET)
                                .sign(hook.id(), hook.seconds(), hook.body()));
            JsonNode body = JSON.readTree(hooks.get(2).body());
            assertThat(body.get("type").asString()).isEqualTo("ticket.opened");
            assertThat(body.at("/data/id").asString()).isEqualTo(hooks.get(0).id());
            assertThat(body.at("/data/ticketId").asString())
                    .isEqualTo(opened.json().get("id").asString());
            assertThat(body.at("/data/message/text").asString()).isEqualTo("Help");
        }
    }

    @Test
    void tellsThePortalsSideNothingOfWhatStaffKeepToThemselves() {
        try (Receiver receiver = Receiver.saying(200);
                Receiver quiet = Receiver.saying(200)) {
            try (Host host = host(Webhook.portal("shop", receiver.url()));
                    Host other = host(Webhook.portal("shop", quiet.url()))) {
                TicketId ticket = story(host, true);
                assertThat(story(other, false)).isEqualTo(ticket);
            }
            assertThat(plain(receiver)).hasSize(4).isEqualTo(plain(quiet));
            assertThat(receiver.hooks()).noneMatch(hook -> hook.body().contains("canary"));
        }
    }

    @Test
    void tellsTheDesksSideEverythingAsTheChangesDo() {
        try (Receiver receiver = Receiver.saying(200);
                Host host = host(Webhook.desk("indexer", receiver.url()))) {
            story(host, true);
            List<JsonNode> changes = host.as("grace")
                    .get("/api/v2/desk/changes")
                    .json()
                    .get("data")
                    .valueStream()
                    .toList();
            assertThat(receiver.hooks()).hasSameSizeAs(changes).hasSize(7);
            for (int i = 0; i < changes.size(); i++) {
                JsonNode data = JSON.readTree(receiver.hooks().get(i).body()).get("data");
                assertThat(data.get("tenant").asString()).isEqualTo("default");
                assertThat(((ObjectNode) data).without("tenant")).isEqualTo(changes.get(i));
            }
        }
    }

    @Test
    void stopsAtATicketWhoseReceiverIsGoneAndShowsTheStatusOnly() {
        try (Receiver receiver = Receiver.saying(410);
                Host host = host(Webhook.portal("shop", receiver.url()))) {
            host.ticketing().portal(Host.ADA).open(TicketDraft.of("One", "Help"));
            Work work = host.ticketing().work();
            assertThat(work.runDue().parked()).isEqualTo(1);
            host.clock().advance(Duration.ofDays(30));
            work.runDue();
            assertThat(receiver.hooks()).hasSize(1);
            assertThat(work.subscription("shop").parked())
                    .extracting(Work.Parked::failure)
                    .containsExactly("status-410");
        }
    }

    /** Opens a ticket and talks about it; what staff keep to themselves is left out if it is not wanted. */
    private static TicketId story(Host host, boolean withSecrets) {
        TicketId ticket = host.ticketing()
                .portal(Host.ADA)
                .open(TicketDraft.of("One", "Help"))
                .id();
        if (withSecrets) host.ticketing().desk(Host.GRACE).note(ticket, "canary note");
        host.ticketing().desk(Host.GRACE).reply(ticket, "Soon.");
        if (withSecrets)
            host.ticketing().desk(Host.GRACE).apply(ticket, new Command.Tag(Audience.DESK, List.of("canary-tag")));
        if (withSecrets) host.ticketing().desk(Host.GRACE).note(ticket, "canary note 2");
        host.ticketing().portal(Host.ADA).reply(ticket, "Thanks");
        host.ticketing().desk(Host.GRACE).resolve(ticket, "Done.");
        host.ticketing().work().runDue();
        return ticket;
    }

    /** Bodies without ids of events and entries, which count what staff keep to themselves, too. */
    private static List<String> plain(Receiver receiver) {
        return receiver.hooks().stream()
                .map(hook -> hook.body().replaceAll("\"(evt|tmsg)_[a-z0-9]{26}\"", "\"\""))
                .toList();
    }

    private static Host host(Webhook webhook) {
        return Host.start(settings -> settings.subscribe(webhook.secret(Hooks.SECRET)
                .allow("127.0.0.1")
                .allowPlainHttp()
                .clock(settings.clock())
                .subscription()));
    }
}
