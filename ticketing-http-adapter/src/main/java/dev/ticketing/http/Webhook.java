package dev.ticketing.http;

import dev.ticketing.Audience;
import dev.ticketing.Subscription;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * A receiver of events over HTTP, signed as Standard Webhooks has it. It becomes a {@link Subscription}: deliveries survive
 * restarts, come in order per ticket, at least once, and run only while the host has the {@link dev.ticketing.Work} done.
 * Immutable and thread-safe; every bare noun gives a copy.
 *
 * <p>Defaults: the system clock; 15 seconds for an attempt; https only; receivers with public addresses only.
 *
 * <pre>{@code
 * Settings settings = Settings.defaults().subscribe(
 *     Webhook.portal("shop", "https://shop.example.org/hooks").secret(secret).subscription());
 * }</pre>
 *
 * <p>Any 2xx takes an event. 410 parks the ticket at once. Everything else is tried again later: other statuses, redirects
 * among them, which are never followed; a timeout; a broken connection; an address that is not public. A receiver's
 * {@code Retry-After} is heeded within the subscription's longest pause.
 */
public final class Webhook {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Audience audience;
    private final String name;
    private final WebhookUrl url;
    private final List<WebhookSecret> secrets;
    private final Terms terms;

    private Webhook(Audience audience, String name, WebhookUrl url, List<WebhookSecret> secrets, Terms terms) {
        this.audience = audience;
        this.name = name;
        this.url = url;
        this.secrets = List.copyOf(secrets);
        this.terms = terms;
    }

    /** How requests are made. */
    private record Terms(
            Clock clock,
            Duration patience,
            AllowedHosts allowed,
            boolean plain,
            CheckedNames.Source names,
            TlsSocketStrategy tls) {

        static Terms standard() {
            return new Terms(
                    Clock.systemUTC(),
                    Duration.ofSeconds(15),
                    AllowedHosts.none(),
                    false,
                    InetAddress::getAllByName,
                    new DefaultClientTlsStrategy(SSLContexts.createSystemDefault()));
        }
    }

    /**
     * Sends what requesters may learn of. Bodies are made of {@link dev.ticketing.PortalEvent}, which has no place for anything
     * that only staff may see.
     *
     * @param name the subscription's name
     * @param url where to; it may hold a token, since it is neither logged nor repeated in messages
     * @return a receiver without secrets yet
     * @throws IllegalArgumentException if the URL is not absolute, or could be read in two ways: a number in another form than
     *     four decimal octets, a user name, a zone, a percent sign or a trailing dot in the host, letters beyond ASCII
     */
    public static Webhook portal(String name, String url) {
        return new Webhook(Audience.PORTAL, name, WebhookUrl.of(url), List.of(), Terms.standard());
    }

    /**
     * Sends everything, as staff see it, notes included.
     *
     * @param name the subscription's name
     * @param url as with {@link #portal}
     * @return a receiver without secrets yet
     * @throws IllegalArgumentException as with {@link #portal}
     */
    public static Webhook desk(String name, String url) {
        return new Webhook(Audience.DESK, name, WebhookUrl.of(url), List.of(), Terms.standard());
    }

    /**
     * Adds a secret; at least one is needed. Each signs every request, so that a receiver may know the old or the new one while
     * secrets change.
     *
     * @param secret {@code whsec_} and 24 to 64 random bytes in base64
     * @return a copy
     * @throws IllegalArgumentException if it has another form; the message does not repeat it
     */
    public Webhook secret(String secret) {
        List<WebhookSecret> more = new ArrayList<>(secrets);
        more.add(WebhookSecret.parse(secret));
        return new Webhook(audience, name, url, more, terms);
    }

    /**
     * Sets the clock that dates attempts; give the one of the settings.
     *
     * @param clock the clock
     * @return a copy
     */
    public Webhook clock(Clock clock) {
        Objects.requireNonNull(clock, "clock == null");
        return with(new Terms(clock, terms.patience, terms.allowed, terms.plain, terms.names, terms.tls));
    }

    /**
     * Sets how long an attempt may take from the look-up of the name to the status; a connection gets at most 5 seconds of it.
     *
     * @param patience up to 60 seconds, and less than the subscription's lease
     * @return a copy
     * @throws IllegalArgumentException if it is below a millisecond or above 60 seconds
     */
    public Webhook timeout(Duration patience) {
        if (patience.toMillis() < 1 || patience.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("timeout must be 1 millisecond to 60 seconds");
        return with(new Terms(terms.clock, patience, terms.allowed, terms.plain, terms.names, terms.tls));
    }

    /**
     * Allows a receiver inside: on this machine or in its network. Without this, loopback, private, link-local, shared,
     * multicast, reserved and documentation addresses are refused in every form, and so are this machine's own.
     *
     * @param host a name, whose addresses are then not judged; an address; or a range like {@code 10.1.0.0/16}
     * @return a copy
     * @throws IllegalArgumentException if it is none of these
     */
    public Webhook allow(String host) {
        AllowedHosts more = terms.allowed.with(host);
        return with(new Terms(terms.clock, terms.patience, more, terms.plain, terms.names, terms.tls));
    }

    /**
     * Allows http without TLS, which anybody on the way can read. Bodies stay signed.
     *
     * @return a copy
     */
    public Webhook allowPlainHttp() {
        return with(new Terms(terms.clock, terms.patience, terms.allowed, true, terms.names, terms.tls));
    }

    /** Replaces who knows names, for tests. */
    Webhook names(CheckedNames.Source names) {
        return with(new Terms(terms.clock, terms.patience, terms.allowed, terms.plain, names, terms.tls));
    }

    /** Replaces whose certificates are trusted, for tests. */
    Webhook tls(TlsSocketStrategy tls) {
        return with(new Terms(terms.clock, terms.patience, terms.allowed, terms.plain, terms.names, tls));
    }

    /**
     * Gives the subscription, to be registered in the settings and adjusted: attempts, pauses, where it begins.
     *
     * @return a subscription under the name of this receiver
     * @throws IllegalStateException if it has no secret, or an address of http without {@link #allowPlainHttp}
     */
    public Subscription subscription() {
        if (secrets.isEmpty()) throw new IllegalStateException("a webhook needs a secret; give it with .secret(…)");
        if (url.isPlain() && !terms.plain)
            throw new IllegalStateException("a webhook's url must be https, unless .allowPlainHttp() was said");
        WebhookClient client =
                new WebhookClient(new CheckedNames(terms.names, terms.allowed), terms.tls, terms.patience);
        return audience == Audience.PORTAL
                ? Subscription.portal(
                        name, new WebhookSender<>(WebhookBodies::portal, url, secrets, terms.clock, client))
                : Subscription.desk(name, new WebhookSender<>(WebhookBodies::desk, url, secrets, terms.clock, client));
    }

    private Webhook with(Terms changed) {
        return new Webhook(audience, name, url, secrets, changed);
    }
}
