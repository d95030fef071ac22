package dev.ticketing.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A ticket's detail over HTTP, by both mounts of the servlet, beside the same bytes from memory: one server, its paths take turns. */
final class HttpPair {

    private static final List<Integer> CONNECTIONS = List.of(1, 16);

    private final int port;
    private final List<String> ids;
    private final int rounds;
    private final Duration warmup;
    private final Duration turn;

    private HttpPair(int port, List<String> ids, int rounds, Duration warmup, Duration turn) {
        this.port = port;
        this.ids = ids;
        this.rounds = rounds;
        this.warmup = warmup;
        this.turn = turn;
    }

    /** Asks each path for as long, in each round, after a warm-up. */
    static String compare(Options options, String url, Duration warmup, Duration turn) {
        Process host = Jvms.start(HttpHost.class, url, Integer.toString(options.tickets()));
        try (BufferedReader lines = host.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            if (line == null) throw new IllegalStateException("the server did not start");
            List<String> words = List.of(line.split(" "));
            return new HttpPair(
                            Integer.parseInt(words.get(0)),
                            words.subList(1, words.size()),
                            options.rounds(),
                            warmup,
                            turn)
                    .table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            host.destroy();
            host.onExit().join();
        }
    }

    private String table() throws IOException {
        StringBuilder table = new StringBuilder("""
                | detail | connections | bytes | answers | static p50 µs | servlet p50 µs | static answers/s | servlet answers/s | share of static (spread) |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (String surface : HttpHost.SURFACES) for (int connections : CONNECTIONS) rows(table, surface, connections);
        return table.toString();
    }

    private void rows(StringBuilder table, String surface, int connections) throws IOException {
        int bytes = bytesOfAll(surface);
        List<HttpLoad> ofStatic = new ArrayList<>();
        Map<HttpMount, List<HttpLoad>> ofServlet = new EnumMap<>(HttpMount.class);
        ask(surface, connections, warmup, new ArrayList<>(), new EnumMap<>(HttpMount.class));
        for (int round = 0; round < rounds; round++) ask(surface, connections, turn, ofStatic, ofServlet);
        ofServlet.forEach((mount, loads) -> table.append(String.format(
                Locale.ROOT,
                "| `%s` | %d | %d | %s | %.0f | %.0f | %.0f | %.0f | %s |%n",
                surface,
                connections,
                bytes,
                mount.label(),
                median(ofStatic, HttpLoad::p50),
                median(loads, HttpLoad::p50),
                median(ofStatic, HttpLoad::throughput),
                median(loads, HttpLoad::throughput),
                Spread.ofRatios(values(loads, HttpLoad::throughput), values(ofStatic, HttpLoad::throughput))
                        .inBold())));
    }

    /** Asks each path once, for as long, and takes down what came of it. */
    private void ask(
            String surface,
            int connections,
            Duration time,
            List<HttpLoad> ofStatic,
            Map<HttpMount, List<HttpLoad>> ofServlet) {
        ofStatic.add(HttpLoad.of(port, List.of(HttpHost.STATIC + surface), connections, time));
        for (HttpMount mount : HttpMount.values()) {
            List<String> paths =
                    ids.stream().map(id -> mount.path() + surface + id).toList();
            ofServlet
                    .computeIfAbsent(mount, none -> new ArrayList<>())
                    .add(HttpLoad.of(port, paths, connections, time));
        }
    }

    /** How many bytes are compared, which must be the same ones. */
    private int bytesOfAll(String surface) throws IOException {
        try (HttpConnection client = new HttpConnection(port)) {
            byte[] bytes = client.get(HttpHost.STATIC + surface);
            for (HttpMount mount : HttpMount.values())
                if (!Arrays.equals(client.get(mount.path() + surface + ids.get(0)), bytes))
                    throw new IllegalStateException(mount.label() + " answers otherwise");
            return bytes.length;
        }
    }

    private static double median(List<HttpLoad> loads, ToDoubleFunction<HttpLoad> figure) {
        return Spread.of(values(loads, figure)).median();
    }

    private static double[] values(List<HttpLoad> loads, ToDoubleFunction<HttpLoad> figure) {
        return loads.stream().mapToDouble(figure).toArray();
    }
}
