package dev.ticketing.jdbc.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL from its Maven artifact. */
final class PostgresServer implements Server {

    private final Path folder;
    private final boolean durable;
    private EmbeddedPostgres running;

    PostgresServer(boolean durable) {
        this.durable = durable;
        try {
            this.folder = Files.createTempDirectory("ticketing-postgres");
            this.running = start(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + database + "?user=postgres";
    }

    @Override
    public void kill() {
        ProcessHandle server = process();
        // its children would go on working for those who are connected
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Not the process that was started: that one ends when the server, which is no child of ours, is there. */
    private ProcessHandle process() {
        try {
            String pid =
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void restart() {
        int port = running.getPort();
        try {
            running.close();
            running = start(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            System.err.println("could not stop PostgreSQL: " + e);
        }
        Folders.remove(folder);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        String safe = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "tr")
                .setServerConfig("fsync", safe)
                .setServerConfig("synchronous_commit", safe)
                .setServerConfig("full_page_writes", safe)
                .setServerConfig("timezone", "Pacific/Chatham")
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "64MB")
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }
}
