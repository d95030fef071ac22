package dev.ticketing.jdbc.faults;

import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.JdbcTicketing;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process that works at a desk and says after each act what was acknowledged, until it is killed. */
public final class KilledWriter {

    private static final int WRITERS = 3;

    private KilledWriter() {}

    /** Runs until killed, or for two minutes. @param arguments a database's address, and a seed */
    public static void main(String[] arguments) {
        Ticketing ticketing = open(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long end = System.nanoTime() + 120_000_000_000L;
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            Diligence writer = new Diligence(ticketing, seed + i, "k" + seed + "-" + i);
            writers.execute(() -> {
                while (System.nanoTime() < end) {
                    String line = writer.act().line();
                    synchronized (out) {
                        out.println(line);
                    }
                }
            });
        }
        writers.shutdown();
    }

    private static Ticketing open(String address) {
        if (!address.startsWith("jdbc:")) return JdbcTicketing.open(Path.of(address));
        return JdbcTicketing.builder(Addresses.pool(address)).build();
    }
}
