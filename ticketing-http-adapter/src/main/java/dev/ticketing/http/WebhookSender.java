package dev.ticketing.http;

import dev.ticketing.Delivery;
import dev.ticketing.Subscriber;
import dev.ticketing.UndeliveredException;
import dev.ticketing.http.CheckedNames.RefusedAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * Delivers events by HTTP, signed anew at each attempt. What a receiver answers is kept nowhere but for its status. Thread-safe.
 *
 * @param <E> what it delivers
 * @param rendering makes a body of an event
 * @param url where to
 * @param secrets what signs, the newest in front
 * @param clock says when an attempt is made
 * @param client sends
 */
record WebhookSender<E>(
        Function<E, JsonObject> rendering,
        WebhookUrl url,
        List<WebhookSecret> secrets,
        Clock clock,
        WebhookClient client)
        implements Subscriber<E> {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** Names nothing: the URL may hold a token. */
    @Override
    public String toString() {
        return "WebhookSender";
    }

    @Override
    public byte[] body(E event) {
        return Json.bytes(rendering.apply(event));
    }

    @Override
    public void deliver(Delivery<E> delivery) {
        Instant now = clock.instant();
        WebhookClient.Answer answer;
        try {
            answer = client.post(url, headers(delivery, now), delivery.body());
        } catch (IOException e) {
            throw UndeliveredException.failed(reason(e));
        }
        judge(answer, now);
    }

    private Map<String, String> headers(Delivery<E> delivery, Instant now) {
        long seconds = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", Long.toString(seconds));
        headers.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(delivery.id(), seconds, delivery.body()))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private static void judge(WebhookClient.Answer answer, Instant now) {
        int status = answer.status();
        if (status >= 200 && status < 300) return;
        String reason = "status-" + status;
        if (status == GONE) throw UndeliveredException.gone(reason);
        UndeliveredException failed = UndeliveredException.failed(reason);
        if (status != TOO_MANY && status != UNAVAILABLE) throw failed;
        throw answer.retryAfter()
                .flatMap(text -> RetryAfter.parse(text, now))
                .map(failed::after)
                .orElse(failed);
    }

    /** Names the class of a failure; an exception's own words may hold the address. */
    private static String reason(IOException failure) {
        if (failure instanceof RefusedAddressException) return "address-refused";
        if (failure instanceof UnknownHostException) return "host-unknown";
        if (failure instanceof SocketTimeoutException) return "timeout";
        if (failure instanceof InterruptedIOException) return "interrupted";
        if (failure instanceof ConnectException) return "connection-refused";
        if (failure instanceof SSLException) return "tls-failed";
        return "connection-lost";
    }
}
