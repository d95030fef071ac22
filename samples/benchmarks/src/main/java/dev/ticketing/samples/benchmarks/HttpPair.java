package dev.ticketing.samples.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A ticket's detail over HTTP beside the same bytes from memory: one server, its paths take turns. */
final class HttpPair {

    private static final List<Integer> CONNECTIONS = List.of(1, 16);

    private HttpPair() {}

    static String compare(Options options, String url) {
        Process host = Jvms.start(HttpHost.class, url, Integer.toString(options.tickets()));
        try (BufferedReader lines = host.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            if (line == null) throw new IllegalStateException("the server did not start");
            List<String> words = List.of(line.split(" "));
            int port = Integer.parseInt(words.get(0));
            StringBuilder table = new StringBuilder("""
                    | detail | connections | bytes | static p50 µs | servlet p50 µs | static answers/s | servlet answers/s | share of static (spread) |
                    |---|---|---|---|---|---|---|---|
                    """);
            for (String surface : HttpHost.SURFACES)
                for (int connections : CONNECTIONS)
                    table.append(compare(options, port, surface, words.subList(1, words.size()), connections));
            return table.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            host.destroy();
            host.onExit().join();
        }
    }

    private static String compare(Options options, int port, String surface, List<String> ids, int connections)
            throws IOException {
        List<String> fixed = List.of(HttpHost.STATIC + surface);
        List<String> tickets = ids.stream().map(id -> surface + id).toList();
        int bytes;
        try (HttpConnection client = new HttpConnection(port)) {
            bytes = client.get(tickets.get(0)).length;
        }
        List<HttpLoad> ofStatic = new ArrayList<>();
        List<HttpLoad> ofServlet = new ArrayList<>();
        for (int round = -1; round < options.rounds(); round++) {
            HttpLoad first = HttpLoad.of(port, fixed, connections, options.seconds());
            HttpLoad second = HttpLoad.of(port, tickets, connections, options.seconds());
            // the first one warms up
            if (round < 0) continue;
            ofStatic.add(first);
            ofServlet.add(second);
        }
        double[] shares = new double[ofStatic.size()];
        for (int i = 0; i < shares.length; i++)
            shares[i] = ofServlet.get(i).throughput() / ofStatic.get(i).throughput();
        Arrays.sort(shares);
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %d | %.0f | %.0f | %.0f | %.0f | **%.2f** (%.2f to %.2f) |%n",
                surface,
                connections,
                bytes,
                median(ofStatic, HttpLoad::p50),
                median(ofServlet, HttpLoad::p50),
                median(ofStatic, HttpLoad::throughput),
                median(ofServlet, HttpLoad::throughput),
                shares[shares.length / 2],
                shares[0],
                shares[shares.length - 1]);
    }

    private static double median(List<HttpLoad> loads, java.util.function.ToDoubleFunction<HttpLoad> figure) {
        double[] sorted = loads.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
