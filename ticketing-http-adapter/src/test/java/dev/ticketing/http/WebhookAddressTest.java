package dev.ticketing.http;

import static dev.ticketing.http.Hooks.SECRET;
import static dev.ticketing.http.Hooks.send;
import static dev.ticketing.http.Hooks.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.UndeliveredException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No webhook reaches what is inside, unless the host allows it. */
class WebhookAddressTest {

    /**
     * Every name means the loopback here, and something listens there. The first connection that arrives is this test's own, so
     * none of the webhooks made one.
     */
    @Test
    void connectsToNoForbiddenAddressInAnySpelling() throws IOException {
        List<String> hosts = ForbiddenHosts.spellings();
        int refusedUrls = 0;
        int refusedAddresses = 0;
        try (ServerSocket inside = new ServerSocket(0, hosts.size() * 4)) {
            for (String host : hosts)
                for (String scheme : List.of("http", "https"))
                    if (isRefusedAsUrl(scheme + "://" + host + ":" + inside.getLocalPort() + "/")) refusedUrls++;
                    else refusedAddresses++;
            try (Socket own = new Socket(InetAddress.getLoopbackAddress(), inside.getLocalPort());
                    Socket first = inside.accept()) {
                assertThat(first.getPort()).isEqualTo(own.getLocalPort());
            }
        }
        assertThat(hosts).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        // both guards have work to do
        assertThat(refusedUrls).isGreaterThan(150);
        assertThat(refusedAddresses).isGreaterThan(50);
    }

    /** Tries it; whatever is not refused as a URL must be refused for its address. */
    private static boolean isRefusedAsUrl(String url) {
        Webhook webhook;
        try {
            webhook = Webhook.portal("shop", url);
        } catch (IllegalArgumentException e) {
            return true;
        }
        Webhook careless = webhook.secret(SECRET).allowPlainHttp().names(WebhookAddressTest::loopbackUnlessLiteral);
        assertThatThrownBy(() -> send(careless))
                .as(url)
                .isInstanceOf(UndeliveredException.class)
                .hasMessage("address-refused");
        return false;
    }

    private static InetAddress[] loopbackUnlessLiteral(String host) throws UnknownHostException {
        boolean literal = AddressRange.address(host).isPresent();
        return new InetAddress[] {literal ? InetAddress.getByName(host) : InetAddress.getLoopbackAddress()};
    }

    /** A name whose owner changes its mind between the check and the connection: there is no second question. */
    @Test
    void asksForAnAddressOnceAndConnectsToThatOne() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        try (Receiver receiver = Receiver.saying(200)) {
            Webhook webhook = to("http://rebinding.example.org:" + receiver.port() + "/")
                    .names(host -> addresses(questions.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
            send(webhook);
            assertThat(questions).hasValue(1);
            assertThat(receiver.only().header("Host")).contains("rebinding.example.org:" + receiver.port());
            assertThatThrownBy(() -> send(webhook))
                    .as("asked anew at each attempt")
                    .hasMessage("address-refused");
            assertThat(questions).hasValue(2);
            assertThat(receiver.hooks()).hasSize(1);
        }
    }

    @Test
    void refusesANameThatHasAForbiddenAddressAmongOthers() {
        try (Receiver receiver = Receiver.saying(200)) {
            for (String[] pair : new String[][] {{"127.0.0.1", "10.0.0.1"}, {"10.0.0.1", "127.0.0.1"}})
                assertThatThrownBy(() -> send(to("http://both.example.org:" + receiver.port() + "/")
                                .names(host -> addresses(pair))))
                        .hasMessage("address-refused");
            assertThat(receiver.hooks()).isEmpty();
        }
    }

    @Test
    void goesOnToTheNextAddressOfAName() throws Exception {
        try (Receiver receiver = Receiver.saying(200)) {
            // the receiver listens on one of the two only
            send(to("http://two.example.org:" + receiver.port() + "/")
                    .names(host -> addresses("127.0.0.9", "127.0.0.1")));
            assertThat(receiver.hooks()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", "0.0.0.0/0", "inside.example.org", "INSIDE.example.org"})
    void reachesWhatTheHostAllows(String allowed) throws Exception {
        try (Receiver receiver = Receiver.saying(200)) {
            send(inside(receiver).allow(allowed));
            assertThat(receiver.hooks()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2",
                "10.0.0.0/8",
                "::1",
                "::/0",
                "example.org",
                "side.example.org",
                "x.inside.example.org"
            })
    void reachesNothingElseForIt(String allowed) {
        try (Receiver receiver = Receiver.saying(200)) {
            assertThatThrownBy(() -> send(inside(receiver).allow(allowed))).hasMessage("address-refused");
            assertThat(receiver.hooks()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.example.org",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "::1/129",
                "010.0.0.1",
                "1.2.3",
                "fe80::1%eth0",
                "a/8",
                "under_score",
                "-a.example.org",
                "https://example.org"
            })
    void refusesToAllowWhatIsNeitherNameNorAddress(String allowed) {
        assertThatThrownBy(() -> to("https://shop.example.org/").allow(allowed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsUnknownNamesFromForbiddenOnes() {
        Webhook webhook = to("https://nobody.example.org/").names(host -> {
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> send(webhook)).hasMessage("host-unknown").hasNoCause();
    }

    /** A machine-wide proxy would resolve names itself, unchecked. */
    @Test
    void goesThroughNoProxyOfTheMachine() throws Exception {
        List<String> names = List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");
        try (Receiver proxy = Receiver.saying(500);
                Receiver receiver = Receiver.saying(200)) {
            List<String> ports = List.of("http.proxyPort", "https.proxyPort", "socksProxyPort", "http.nonProxyHosts");
            try {
                for (String name : names) System.setProperty(name, "127.0.0.1");
                for (String name : ports) System.setProperty(name, Integer.toString(proxy.port()));
                send(to("http://shop.example.org:" + receiver.port() + "/").names(host -> addresses("127.0.0.1")));
            } finally {
                List<String> all = new ArrayList<>(names);
                all.addAll(ports);
                all.forEach(System::clearProperty);
            }
            assertThat(receiver.hooks()).hasSize(1);
            assertThat(proxy.hooks()).isEmpty();
        }
    }

    private static Webhook inside(Receiver receiver) {
        return Webhook.portal("shop", "http://inside.example.org:" + receiver.port() + "/")
                .secret(SECRET)
                .allowPlainHttp()
                .names(host -> addresses("127.0.0.1"));
    }

    private static InetAddress[] addresses(String... literals) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals)
            addresses.add(AddressRange.address(literal).orElseThrow());
        return addresses.toArray(InetAddress[]::new);
    }
}
