package dev.ticketing.http;

import static dev.ticketing.http.Hooks.send;
import static dev.ticketing.http.Hooks.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are checked, and checked for the name that was asked for, although the connection goes to an address. */
class WebhookTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void trustsCertificatesForTheNameOnly() throws Exception {
        SSLContext context = context(keys("shop.example.org"));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        try (Receiver receiver = new Receiver(server, hook -> Receiver.Response.of(204))) {
            Webhook stranger = at("shop.example.org", receiver);
            assertThatThrownBy(() -> send(stranger)).hasMessage("tls-failed").hasNoCause();
            Webhook known = stranger.tls(new DefaultClientTlsStrategy(context));
            send(known);
            assertThat(receiver.only().header("Host")).contains("shop.example.org:" + receiver.port());
            Webhook other = at("other.example.org", receiver).tls(new DefaultClientTlsStrategy(context));
            assertThatThrownBy(() -> send(other)).hasMessage("tls-failed");
            assertThat(receiver.hooks()).hasSize(1);
        }
    }

    private static Webhook at(String name, Receiver receiver) {
        return to("https://" + name + ":" + receiver.port() + "/")
                .names(host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    }

    /** The JDK makes certificates by its tool only. */
    private KeyStore keys(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "30")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trustedOnly(keys));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trustedOnly(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        return trusted;
    }
}
