package dev.ticketing.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills an empty database with the same cases twice: for the library by its public interface, for the other program by SQL. When
 * they are very many for a server, most of them are {@link Copies}.
 */
final class Generator {

    private static final int CASES_A_COMMIT = 250;
    private static final int SWEEPS = 50;

    private final Engine engine;
    private final String url;
    private final Zipf texts = new Zipf();

    Generator(Engine engine, String url) {
        this.engine = engine;
        this.url = url;
    }

    /** Writes so many or a few more. */
    void fill(int tickets) {
        fill(Copies.of(engine, tickets));
    }

    void fill(Copies copies) {
        int tickets = copies.originals();
        try (HikariDataSource pool = engine.pool(url)) {
            JdbcTicketing.builder(pool).schema(Schema.MIGRATE).build();
            try (Connection connection = pool.getConnection()) {
                HandSchema.create(connection, engine);
            }
            long start = System.nanoTime();
            inParallel(copies.generators(engine), tickets, (from, to) -> LibraryCases.write(pool, texts, from, to));
            sweep(pool);
            long middle = System.nanoTime();
            long written;
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                HandCases cases = new HandCases(engine, HandSql.over(connection));
                for (int from = 1; from <= tickets; from += CASES_A_COMMIT) {
                    cases.write(cases(from, Math.min(tickets + 1, from + CASES_A_COMMIT)));
                    connection.commit();
                }
                connection.setAutoCommit(true);
                written = System.nanoTime();
                copies.make(connection, engine);
                cases.continueKeys();
                engine.settle(connection);
            }
            long end = System.nanoTime();
            System.out.printf(
                    java.util.Locale.ROOT,
                    "generated %d tickets on %s: library %.0f s, by hand %.0f s, the rest %.0f s%n",
                    copies.tickets(),
                    engine.word(),
                    (middle - start) / 1e9,
                    (written - middle) / 1e9,
                    (end - written) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a host's hourly work would have done many times while so much was written: it makes one row of many stripes of a counter. */
    private static void sweep(HikariDataSource pool) {
        JdbcTicketing ticketing =
                JdbcTicketing.builder(pool).schema(Schema.TRUST).build();
        for (int i = 0; i < SWEEPS; i++) ticketing.sweep();
    }

    private List<Case> cases(int from, int to) {
        List<Case> cases = new ArrayList<>();
        for (int number = from; number < to; number++) cases.add(Case.of(number, texts));
        return cases;
    }

    private interface Part {
        void write(int from, int to) throws SQLException;
    }

    private static void inParallel(int generators, int tickets, Part part) {
        ExecutorService workers = Executors.newFixedThreadPool(generators);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 1; from <= tickets; from += CASES_A_COMMIT) {
                int first = from;
                parts.add(workers.submit(() -> {
                    part.write(first, Math.min(tickets + 1, first + CASES_A_COMMIT));
                    return null;
                }));
            }
            for (Future<?> each : parts) each.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }
}
