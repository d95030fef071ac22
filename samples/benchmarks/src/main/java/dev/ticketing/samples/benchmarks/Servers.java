package dev.ticketing.samples.benchmarks;

import dev.ticketing.jdbc.servers.KeptServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A database that runs on files in a folder. */
interface Servers extends AutoCloseable {

    String DATABASE = "benchmark";

    /** Where programs find it. */
    String url();

    /** Stops it in order, so that its files can be copied. */
    @Override
    void close();

    static Servers start(Engine engine, Path folder) {
        try {
            Files.createDirectories(folder);
            return switch (engine) {
                case SQLITE -> new File(folder.resolve("tickets.db").toAbsolutePath());
                case POSTGRESQL -> Postgres.start(folder);
                case MARIADB -> Maria.start(folder);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SQLite needs none. */
    record File(Path file) implements Servers {

        @Override
        public String url() {
            return "jdbc:sqlite:" + file;
        }

        @Override
        public void close() {}
    }

    /** PostgreSQL as it comes, with the commits that it acknowledges on the disk. */
    record Postgres(EmbeddedPostgres running) implements Servers {

        static Postgres start(Path folder) throws IOException {
            ProcessBuilder.Redirect log =
                    ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile());
            Postgres started = new Postgres(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofMinutes(5))
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setErrorRedirector(log)
                    .setOutputRedirector(log)
                    .start());
            createDatabase(
                    started.url("postgres"),
                    "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'",
                    "CREATE DATABASE " + DATABASE);
            return started;
        }

        @Override
        public String url() {
            return url(DATABASE);
        }

        private String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/" + database + "?user=postgres";
        }

        @Override
        public void close() {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** MariaDB with a usual share of memory, and with the commits that it acknowledges on the disk. */
    record Maria(KeptServer running) implements Servers {

        static Maria start(Path folder) {
            Maria started = new Maria(KeptServer.mariaDb(
                    folder,
                    List.of(
                            "--character-set-server=utf8mb4",
                            "--max-connections=200",
                            "--innodb-buffer-pool-size=512M",
                            // for making the indexes of words of a million tickets at once; nothing that is measured
                            // sorts so much
                            "--innodb-sort-buffer-size=64M",
                            "--innodb-log-file-size=1G",
                            "--innodb-flush-log-at-trx-commit=1")));
            createDatabase(
                    started.running.url("mysql"),
                    "SELECT 1 FROM information_schema.schemata WHERE schema_name = '" + DATABASE + "'",
                    "CREATE DATABASE " + DATABASE);
            return started;
        }

        @Override
        public String url() {
            return running.url(DATABASE);
        }

        @Override
        public void close() {
            running.close();
        }
    }

    private static void createDatabase(String url, String exists, String create) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!statement.executeQuery(exists).next()) statement.execute(create);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
