package dev.ticketing.jdbc.relays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Several relays at once, each a process of its own; one is killed now and then, and another takes its place. */
final class Relays implements AutoCloseable {

    private final String url;
    private final int port;
    private final Random random;
    private final List<Process> running = new ArrayList<>();
    private int killed;

    Relays(String url, int port, long seed) {
        this.url = url;
        this.port = port;
        this.random = new Random(seed);
    }

    /** Starts one and returns when it works. */
    void start() {
        try {
            Process relay = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-Djava.util.logging.config.file="
                                    + System.getProperty("java.util.logging.config.file", ""),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Relay.class.getName(),
                            url,
                            Integer.toString(port))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            running.add(relay);
            BufferedReader out = relay.inputReader(StandardCharsets.UTF_8);
            if (!"ready".equals(out.readLine())) throw new IllegalStateException("a relay did not start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills one in the middle of whatever it does. */
    void killOne() {
        running.remove(random.nextInt(running.size()))
                .destroyForcibly()
                .onExit()
                .join();
        killed++;
    }

    int killed() {
        return killed;
    }

    @Override
    public void close() {
        for (Process relay : running) relay.destroyForcibly().onExit().join();
    }
}
