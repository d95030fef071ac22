package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import dev.ticketing.jdbc.servers.CrashServer;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was acknowledged is there after a {@code kill -9}, and nothing that was half done. */
class KillTest {

    private static final int MOST_ACTS = 60;

    @TempDir
    private Path folder;

    @Tag("campaign")
    @Test
    void keepsWhatWasAcknowledgedWhenTheProcessIsKilled() {
        Path file = folder.resolve("tickets.db");
        Random random = new Random(Campaign.seed());
        List<Done> acknowledged = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        int kills = Campaign.size(2, 100);
        for (int i = 0; i < kills; i++) {
            acknowledged.addAll(work(file.toString(), i, 1 + random.nextInt(MOST_ACTS)));
            Optional<String> wrong = Recovery.of(file, acknowledged);
            wrong.ifPresent(lost::add);
        }
        Campaign.report("P4, kill -9 on SQLite, acknowledged " + acknowledged.size(), kills, lost.size());
        assertThat(lost).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(kills);
    }

    /** The clients are killed, and now and then the server; it syncs what it acknowledges. */
    @Tag("campaign")
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void keepsWhatWasAcknowledgedWhenClientOrServerIsKilled(TestEngine engine) {
        Random random = new Random(Campaign.seed());
        List<Done> acknowledged = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        int kills = Campaign.size(2, 40);
        try (CrashServer server = engine.crashServer()) {
            TestDatabase database = server.empty();
            JdbcTicketing.builder(database.dataSource()).schema(Schema.MIGRATE).build();
            for (int i = 0; i < kills; i++) {
                int acts = 1 + random.nextInt(MOST_ACTS);
                if (i % 2 == 0) acknowledged.addAll(work(database.url(), i, acts));
                else acknowledged.addAll(ServerKill.during(server, database.url(), i, acts));
                try (HikariDataSource pool = Addresses.pool(database.url())) {
                    Recovery.of(JdbcTicketing.builder(pool).build(), acknowledged)
                            .ifPresent(lost::add);
                }
            }
        }
        Campaign.report("P4, kill -9 on " + engine + ", acknowledged " + acknowledged.size(), kills, lost.size());
        assertThat(lost).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(kills);
    }

    /** Has another process work on a database and kills it. @return everything that it acknowledged */
    static List<Done> work(String address, int round, int acts) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWriter.class.getName(),
                address,
                Long.toString(round * 10L));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<Done> acknowledged = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                // what is in the pipe when it dies was acknowledged, too; a line without an end was not
                StringBuilder rest = new StringBuilder();
                for (int read = lines.read(); read >= 0; read = lines.read()) {
                    if (read != '\n') {
                        rest.append((char) read);
                        continue;
                    }
                    acknowledged.add(Done.of(rest.toString()));
                    rest.setLength(0);
                    // by its handle, since the process itself would close the pipe
                    if (acknowledged.size() == acts) process.toHandle().destroyForcibly();
                }
            } finally {
                process.destroyForcibly();
            }
            return acknowledged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
