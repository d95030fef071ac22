package dev.ticketing.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.jdbc.JdbcTicketing;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operation costs whatever the machine does: what is sent to the database, and what is allocated by the calling thread. A
 * bound that is broken on purpose is changed here, and {@code docs/performance.md} is measured again.
 */
class CostTest {

    private static final int WARM = 200;
    private static final int ROUNDS = 5;
    private static final int A_ROUND = 40;
    private static final int KIB = 1024;

    @ParameterizedTest
    @CsvSource({
        "SQLITE, detail, 1",
        "SQLITE, list, 1",
        "SQLITE, counts, 1",
        "SQLITE, create, 11",
        "SQLITE, reply, 10",
        "POSTGRESQL, detail, 1",
        "POSTGRESQL, list, 1",
        "POSTGRESQL, counts, 1",
        "POSTGRESQL, create, 1",
        "POSTGRESQL, reply, 2",
        "MARIADB, detail, 1",
        "MARIADB, list, 1",
        "MARIADB, counts, 1",
        "MARIADB, create, 1",
        "MARIADB, reply, 2",
    })
    void sendsNoMoreThan(Engine engine, String operation, int bound) {
        try (HikariDataSource pool = engine.pool(Filled.url(engine))) {
            CountingDataSource counting = new CountingDataSource(pool);
            Program program = new LibraryProgram(
                    JdbcTicketing.builder(counting.dataSource()).keptBytes(0).build());
            Consumer<Program> work = operation(program, operation);
            work.accept(program);
            int[] sent = new int[9];
            for (int i = 0; i < sent.length; i++) {
                counting.clear();
                work.accept(program);
                sent[i] = counting.sent().size();
            }
            Arrays.sort(sent);
            assertThat(sent[sent.length / 2])
                    .as("%s on %s: %s", operation, engine, counting.sent())
                    .isPositive()
                    .isLessThanOrEqualTo(bound);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIBRARY, detail, 8",
        "LIBRARY, list, 44",
        "LIBRARY, counts, 9",
        "LIBRARY, create, 56",
        "LIBRARY, reply, 48",
        "LIBRARY_KEEPING_NOTHING, detail, 50",
        "LIBRARY_KEEPING_NOTHING, list, 130",
    })
    void allocatesNoMoreKibibytesThan(Programs which, String operation, long bound) {
        try (Program program = which.open(Filled.url(Engine.SQLITE))) {
            Consumer<Program> work = operation(program, operation);
            for (int i = 0; i < WARM; i++) work.accept(program);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = allocated();
                for (int i = 0; i < A_ROUND; i++) work.accept(program);
                least = Math.min(least, (allocated() - before) / A_ROUND);
            }
            assertThat(least / KIB)
                    .as("%s, %s: KiB", which, operation)
                    .isPositive()
                    .isLessThanOrEqualTo(bound);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Consumer<Program> operation(Program opened, String name) {
        Zipf texts = new Zipf();
        Object detail =
                opened.keys(java.util.List.of(Case.of(Case.LONG_EVERY, texts))).get(0);
        Object answered = opened.keys(java.util.List.of(Case.of(1, texts))).get(0);
        AtomicInteger next = new AtomicInteger();
        return switch (name) {
            case "detail" -> program -> program.detail(detail);
            case "list" -> program -> program.list(Optional.empty());
            case "counts" -> Program::counts;
            case "create" -> program -> program.create(Case.fresh(next.getAndIncrement(), texts));
            case "reply" -> program -> program.reply(answered, texts.message(new java.util.SplittableRandom(1)));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
