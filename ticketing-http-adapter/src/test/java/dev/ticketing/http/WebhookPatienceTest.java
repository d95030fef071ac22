package dev.ticketing.http;

import static dev.ticketing.http.Hooks.send;
import static dev.ticketing.http.Hooks.to;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.UndeliveredException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that hang, never end, or say nothing sensible cost one attempt each, and no memory. */
@Timeout(120)
class WebhookPatienceTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void givesUpOnAReceiverThatHangs() {
        CountDownLatch end = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(hook -> {
            await(end);
            return Receiver.Response.of(200);
        })) {
            assertThatThrownBy(() -> send(to(receiver.url()).timeout(SHORT))).hasMessage("timeout");
        } finally {
            end.countDown();
        }
    }

    /** The socket is never silent, so that only a limit for the whole attempt ends this. */
    @Test
    void givesUpOnAReceiverThatIsNeverReady() throws IOException {
        try (Raw receiver = new Raw(out -> {
            while (true) out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
        })) {
            assertThatThrownBy(() -> send(to(receiver.url()).timeout(SHORT))).hasMessage("timeout");
        }
    }

    @Test
    void givesUpWhenNamesAreSlow() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            Webhook webhook = to("https://shop.example.org/").timeout(SHORT).names(host -> {
                await(end);
                return new InetAddress[0];
            });
            assertThatThrownBy(() -> send(webhook)).hasMessage("timeout");
        } finally {
            end.countDown();
        }
    }

    /** Where a full queue refuses instead, there is nothing to wait for. */
    @Test
    void givesUpOnAConnectionThatIsNeverMade() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) {
                Socket waiting = new Socket();
                queue.add(waiting);
                try {
                    waiting.connect(full.getLocalSocketAddress(), 50);
                } catch (IOException e) {
                    break;
                }
            }
            String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
            assertThatThrownBy(() -> send(to(url).timeout(SHORT)))
                    .isInstanceOf(UndeliveredException.class)
                    .hasMessageMatching("timeout|connection-refused");
        } finally {
            for (Socket waiting : queue) waiting.close();
        }
    }

    @Test
    void refusesEndlessHeaders() throws IOException {
        try (Raw receiver = new Raw(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            while (true) out.write("X-More: 1\r\n".getBytes(US_ASCII));
        })) {
            assertThatThrownBy(() -> send(to(receiver.url()))).hasMessage("connection-lost");
        }
    }

    @Test
    void refusesAnEndlessLine() throws IOException {
        try (Raw receiver = new Raw(out -> {
            out.write("HTTP/1.1 200 ".getBytes(US_ASCII));
            while (true) out.write("AAAAAAAAAAAAAAAA".getBytes(US_ASCII));
        })) {
            assertThatThrownBy(() -> send(to(receiver.url()))).hasMessage("connection-lost");
        }
    }

    @Test
    void takesTheStatusAndNotAnEndlessBody() throws Exception {
        try (Raw receiver = new Raw(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            while (true) out.write(new byte[1024]);
        })) {
            send(to(receiver.url()));
        }
    }

    /** The status was said; that the rest never comes is no reason to send the event again. */
    @Test
    void takesTheStatusWhenTheBodyHangs() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Raw receiver = new Raw(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(US_ASCII));
            out.flush();
            await(end);
        })) {
            // long enough for the status to arrive on a busy machine
            send(to(receiver.url()).timeout(Duration.ofSeconds(4)));
        } finally {
            end.countDown();
        }
    }

    @Test
    void failsWhenTheConnectionEndsWithoutAnAnswer() throws IOException {
        try (Raw receiver = new Raw(out -> {})) {
            assertThatThrownBy(() -> send(to(receiver.url()))).hasMessage("connection-lost");
        }
    }

    @Test
    void refusesTimeoutsOutOfBounds() {
        for (Duration patience : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(61)})
            assertThatThrownBy(() -> to("https://shop.example.org/").timeout(patience))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers one connection with bytes, whatever was asked; closed by the client or at the end. */
    private static final class Raw implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final ServerSocket socket;

        Raw(Answer answer) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            thread.execute(() -> {
                try (Socket connection = socket.accept()) {
                    connection.getInputStream().read(new byte[1024]);
                    answer.write(connection.getOutputStream());
                } catch (IOException e) {
                    // the client has heard enough
                }
            });
        }

        interface Answer {

            void write(OutputStream out) throws IOException;
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() {
            thread.shutdownNow();
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
