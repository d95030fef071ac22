package dev.ticketing.samples.benchmarks;

import dev.ticketing.jdbc.servers.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A few tickets on each engine, generated when first asked for and shared by all tests of this JVM. */
final class Filled {

    static final int TICKETS = 200;

    private static final Map<Engine, Servers> SERVERS = new EnumMap<>(Engine.class);

    private Filled() {}

    static synchronized String url(Engine engine) {
        return SERVERS.computeIfAbsent(engine, Filled::start).url();
    }

    private static Servers start(Engine engine) {
        try {
            Path folder = Files.createTempDirectory("ticketing-benchmarks");
            Servers server = Servers.start(engine, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                Folders.remove(folder);
            }));
            new Generator(engine, server.url()).fill(TICKETS);
            return server;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
