package dev.ticketing.jdbc.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Ticketing;
import dev.ticketing.error.TicketingException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.servers.CrashServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Kills a server while clients write, and starts it again. */
final class ServerKill {

    private static final int WRITERS = 4;

    private ServerKill() {}

    /** Gives everything that the clients were told is done. */
    static List<Done> during(CrashServer server, String address, int round, int acts) {
        List<Done> acknowledged = new ArrayList<>();
        CountDownLatch enough = new CountDownLatch(acts);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (HikariDataSource pool = Addresses.pool(address)) {
            Ticketing ticketing = JdbcTicketing.builder(pool).build();
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Diligence writer = new Diligence(ticketing, round * 10L + i, "s" + round + "-" + i);
                ends.add(writers.submit(() -> workUntilItFails(writer, acknowledged, enough)));
            }
            if (!enough.await(2, TimeUnit.MINUTES)) throw new IllegalStateException("the writers write nothing");
            server.kill();
            for (Future<?> end : ends) end.get();
            server.restart();
            return acknowledged;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            writers.shutdownNow();
        }
    }

    private static void workUntilItFails(Diligence writer, List<Done> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                Done done = writer.act();
                synchronized (acknowledged) {
                    acknowledged.add(done);
                }
                enough.countDown();
            }
        } catch (TicketingException killed) {
            // what was not acknowledged may be there or not
        }
    }
}
