package dev.ticketing.http;

import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.Delivery;
import dev.ticketing.EntryId;
import dev.ticketing.PortalEvent;
import dev.ticketing.Subscriber;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tests of webhooks share: a secret, an event, and one attempt to deliver it. */
final class Hooks {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String NEXT_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDZ1wq0Yh1lPk=";
    static final String ID = "evt_01jsv4dm4btq9y3x8k5z7n2c6a";

    private Hooks() {}

    /** A receiver on the loopback, allowed. */
    static Webhook to(String url) {
        return Webhook.portal("shop", url)
                .secret(SECRET)
                .allow("127.0.0.0/8")
                .allow("::1")
                .allowPlainHttp()
                .timeout(Duration.ofSeconds(30));
    }

    static PortalEvent replied() {
        TicketId ticket = TicketId.of("tkt_01jsv4dm4btq9y3x8k5z7n2c6b");
        PortalEvent.Message message = new PortalEvent.Message(
                EntryId.of("msg_01jsv4dm4btq9y3x8k5z7n2c6c"),
                2,
                new Author("agent_1", Optional.of("Grace Hopper"), AuthorKind.STAFF),
                Optional.of("Naïve “quotes” and 🐌"),
                false,
                false);
        PortalEvent.Change change = new PortalEvent.Change("status", Optional.of("open"), Optional.of("answered"));
        return new PortalEvent(
                ID,
                TenantId.of("default"),
                ticket,
                2,
                TicketEvent.Kind.REPLIED,
                AuthorKind.STAFF,
                Instant.parse("2026-04-27T11:45:00.123Z"),
                List.of(change),
                Optional.of(message),
                List.of());
    }

    /** Renders the event and tries once. */
    static void send(Webhook webhook) throws Exception {
        Subscriber<PortalEvent> subscriber = subscriber(webhook);
        attempt(subscriber, 1, subscriber.body(replied()));
    }

    static void attempt(Subscriber<PortalEvent> subscriber, long attempt, byte[] body) throws Exception {
        subscriber.deliver(new Delivery<>(ID, attempt, replied(), body));
    }

    static Subscriber<PortalEvent> subscriber(Webhook webhook) {
        return webhook.subscription().forPortal().orElseThrow();
    }
}
