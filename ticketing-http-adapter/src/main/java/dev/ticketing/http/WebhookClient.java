package dev.ticketing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request over one connection, and nothing that was not asked for: no redirect, proxy, cookie, credential or retry. The
 * connection goes to an address from {@link CheckedNames}, never to one that was checked for an earlier request. Thread-safe.
 */
final class WebhookClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MAX_DISCARDED = 16 * 1024;
    private static final int MAX_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;

    private final CheckedNames names;
    private final TlsSocketStrategy tls;
    private final Duration patience;

    WebhookClient(CheckedNames names, TlsSocketStrategy tls, Duration patience) {
        this.names = names;
        this.tls = tls;
        this.patience = patience;
    }

    /**
     * What a receiver said; its body is nobody's business.
     *
     * @param status the HTTP status
     * @param retryAfter the header {@code Retry-After}
     */
    record Answer(int status, Optional<String> retryAfter) {}

    /**
     * Posts JSON. A thread of its own does it and is left behind when patience ends, since neither a silent name server nor a
     * receiver that sends a byte now and then can be made to hurry.
     *
     * @throws IOException if there was no answer in time, or none at all
     */
    Answer post(WebhookUrl url, Map<String, String> headers, byte[] body) throws IOException {
        HttpPost request = request(url, headers, body);
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        FutureTask<@Nullable Void> exchange = new FutureTask<>(() -> {
            exchange(url, request, answer);
            return null;
        });
        Thread thread = new Thread(exchange, "ticketing-webhook");
        thread.setDaemon(true);
        thread.start();
        try {
            await(exchange, answer);
        } finally {
            request.cancel();
        }
        Answer given = answer.get();
        if (given == null) throw new IOException("the receiver gave no answer");
        return given;
    }

    private void await(FutureTask<?> exchange, AtomicReference<@Nullable Answer> answer) throws IOException {
        try {
            exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (answer.get() == null) throw new SocketTimeoutException("the receiver took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the receiver");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IOException(e.getCause());
        }
    }

    private void exchange(WebhookUrl url, HttpPost request, AtomicReference<@Nullable Answer> answer)
            throws IOException {
        InetAddress[] addresses = names.addresses(url.host());
        // nobody waits for a name that took too long, and nothing must be sent for it any more
        if (request.isCancelled()) return;
        HttpHost target =
                new HttpHost(url.uri().getScheme(), url.host(), url.uri().getPort());
        // opened and closed on this thread alone: closing waits for a connection that is being made
        try (CloseableHttpClient client = client(addresses);
                ClassicHttpResponse response = client.executeOpen(target, request, HttpClientContext.create())) {
            Header retryAfter = response.getFirstHeader("Retry-After");
            answer.set(new Answer(
                    response.getCode(), Optional.ofNullable(retryAfter).map(Header::getValue)));
            discard(response.getEntity());
        }
    }

    /** Takes a short body, so that the receiver can finish in peace; closing the connection cuts a longer one off. */
    private static void discard(@Nullable HttpEntity body) {
        if (body == null) return;
        try {
            InputStream content = body.getContent();
            if (content != null) content.readNBytes(MAX_DISCARDED);
        } catch (IOException e) {
            // the status was said already
        }
    }

    private HttpPost request(WebhookUrl url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url.uri());
        request.setEntity(new ByteArrayEntity(body, ContentType.create(Json.MEDIA_TYPE)));
        request.setHeader("Connection", "close");
        headers.forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(patience))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        return request;
    }

    private CloseableHttpClient client(InetAddress... addresses) {
        BasicHttpClientConnectionManager connections = new BasicHttpClientConnectionManager(
                // no socket factory of the JVM's, which would heed its proxy settings
                new DefaultHttpClientConnectionOperator(
                        proxy -> new Socket(Proxy.NO_PROXY),
                        DefaultSchemePortResolver.INSTANCE,
                        new Addresses(addresses),
                        RegistryBuilder.<TlsSocketStrategy>create()
                                .register("https", tls)
                                .build()),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build());
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(Timeout.of(patience))
                .build());
        connections.setTlsConfig(
                TlsConfig.custom().setHandshakeTimeout(Timeout.of(patience)).build());
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setUserAgent("ticketing-webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Gives the client the addresses that were checked, whatever it asks for. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Addresses(InetAddress... checked) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return checked.clone();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
