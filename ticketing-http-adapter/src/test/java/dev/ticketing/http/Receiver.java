package dev.ticketing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A receiver of webhooks on the loopback: keeps what comes and answers as it was told. Thread-safe. */
class Receiver implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Receiver(Function<Hook, Response> answers) {
        this(unstarted(), answers);
    }

    Receiver(HttpServer server, Function<Hook, Response> answers) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, answers));
        server.start();
    }

    /** Answers with the same status always. */
    static Receiver saying(int status) {
        return new Receiver(hook -> Response.of(status));
    }

    /** A request that came. */
    record Hook(String path, Map<String, List<String>> headers, String body) {

        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst();
        }

        String id() {
            return header("webhook-id").orElseThrow();
        }

        long seconds() {
            return Long.parseLong(header("webhook-timestamp").orElseThrow());
        }

        String signature() {
            return header("webhook-signature").orElseThrow();
        }
    }

    /** What it answers. */
    record Response(int status, Map<String, String> headers) {

        static Response of(int status) {
            return new Response(status, Map.of());
        }

        Response with(String name, String value) {
            return new Response(status, Map.of(name, value));
        }
    }

    List<Hook> hooks() {
        return hooks;
    }

    Hook only() {
        if (hooks.size() != 1) throw new AssertionError(hooks.size() + " requests came instead of one");
        return hooks.get(0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks?token=t-1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, Function<Hook, Response> answers) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Hook hook = new Hook(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
            hooks.add(hook);
            Response response = answers.apply(hook);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), -1);
        }
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
