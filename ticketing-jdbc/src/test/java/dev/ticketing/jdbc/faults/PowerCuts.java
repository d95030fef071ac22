package dev.ticketing.jdbc.faults;

import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Lets a desk work on a recorded disk, and opens again what power cuts leave of it. */
final class PowerCuts {

    private static final int WRITERS = 2;

    private final Path folder;
    private int recoveries;

    PowerCuts(Path folder) {
        this.folder = folder;
    }

    /** Records some work, from an empty disk to the closing of the last connection. */
    CrashStates record(String synchronous, int acts) throws IOException {
        Path recorded = Files.createDirectory(folder.resolve("recorded-" + synchronous));
        DiskLog log = new DiskLog();
        loadSqlite();
        try (RecordedFiles files = new RecordedFiles(recorded, log)) {
            Path file = recorded.resolve("tickets.db");
            try (JdbcTicketing ticketing = synchronous.equals("FULL") ? JdbcTicketing.open(file) : careless(file)) {
                work(ticketing, log, acts);
            }
            files.requireSomething();
        }
        return new CrashStates(log.events());
    }

    /** Cuts the power somewhere and opens what is left, as a host would; tells what is wrong with it. */
    Optional<String> recover(CrashStates states, Random random) throws IOException {
        Path left = Files.createDirectory(folder.resolve("left-" + recoveries++));
        try {
            int cut = 1 + random.nextInt(states.size());
            states.write(cut, left, random);
            return Recovery.of(left.resolve("tickets.db"), states.acknowledgedBefore(cut))
                    .map(wrong -> "cut before event " + cut + ": " + wrong);
        } finally {
            try (Stream<Path> files = Files.list(left)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(left);
        }
    }

    private static void work(JdbcTicketing ticketing, DiskLog log, int acts) {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> ends = Stream.iterate(0, i -> i + 1)
                    .limit(WRITERS)
                    .<Future<?>>map(i -> writers.submit(() -> {
                        Diligence writer = new Diligence(ticketing, Campaign.seed() + i, "w" + i);
                        for (int act = 0; act < acts / WRITERS; act++) log.add(new DiskLog.Acknowledged(writer.act()));
                    }))
                    .toList();
            for (Future<?> end : ends) end.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            writers.shutdown();
        }
    }

    /** Settings that a host may have only behind our back: they are right while we look. */
    private static JdbcTicketing careless(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
        JdbcTicketing.builder(dataSource).schema(Schema.MIGRATE).build();
        JdbcTicketing ticketing = JdbcTicketing.builder(dataSource).build();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        dataSource.setConfig(config);
        return ticketing;
    }

    private static void loadSqlite() {
        try {
            org.sqlite.SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
