package dev.ticketing.jdbc.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
        running.getProcess().destroyForcibly().onExit().join();
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
