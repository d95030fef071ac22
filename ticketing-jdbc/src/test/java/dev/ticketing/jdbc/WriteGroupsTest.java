package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.error.ContentionException;
import dev.ticketing.error.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writers that share a commit on SQLite. The first one keeps the others waiting until all are in line. */
class WriteGroupsTest {

    private static final String NOTE = "INSERT INTO ticketing_number (tenant, last_number) VALUES (?, 0)";

    @RegisterExtension
    final Databases databases = new Databases();

    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private final List<Future<String>> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Interception fault = sql -> {};
    private HikariDataSource database;
    private SqliteTransactions transactions;

    @BeforeEach
    void openDatabase() {
        database = databases.migrated();
        // without the pool, which would hand out a connection again that was closed because nobody knew its state
        transactions = over(database.getDataSource());
    }

    private SqliteTransactions over(DataSource real) {
        Interception interception = new Interception() {
            @Override
            public void before(String sql) throws SQLException {
                executed.add(sql);
                fault.before(sql);
            }

            @Override
            public void after(String sql) throws SQLException {
                fault.after(sql);
            }
        };
        return new SqliteTransactions(interception.over(real));
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void commitsSeveralWritersAtOnceInTheOrderOfAsking() throws Exception {
        together(notes("a"), notes("b"), notes("c"), notes("d"));

        assertThat(answers()).containsExactly("a", "b", "c", "d");
        assertThat(noted()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(executed.stream().filter("COMMIT"::equals)).hasSize(1);
        assertThat(executed.stream().filter(sql -> sql.startsWith("BEGIN"))).hasSize(1);
    }

    @Test
    void setsNoSavepointForALoneWriter() {
        transactions.write(notes("a"));

        assertThat(executed).containsExactly("BEGIN IMMEDIATE", NOTE, "COMMIT");
    }

    @Test
    void runsEachWorkOnTheThreadThatAsked() throws Exception {
        List<Thread> askers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> workers = Collections.synchronizedList(new ArrayList<>());
        whileLedBy(notes("first"), () -> {
            for (String name : List.of("a", "b"))
                ask(() -> {
                    askers.add(Thread.currentThread());
                    return transactions.write(sql -> {
                        workers.add(Thread.currentThread());
                        return name;
                    });
                });
        });

        assertThat(answers()).containsExactly("first", "a", "b");
        assertThat(workers).isEqualTo(askers);
    }

    @Test
    void undoesOnlyWhatARefusedWriterWrote() throws Exception {
        together(notes("a"), refused("b"), notes("c"), refused("d"));

        assertThat(answers()).containsExactly("a", "refused b", "c", "refused d");
        assertThat(noted()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void beginsAgainBehindALeaderThatThrows() throws Exception {
        together(refused("a"), notes("b"), notes("c"));

        assertThat(answers()).containsExactly("refused a", "b", "c");
        assertThat(noted()).containsExactlyInAnyOrder("b", "c");
    }

    /** A refusal may have been decided on what another writer wrote, and that is not so before the commit. */
    @Test
    void tellsNobodyBeforeTheCommitNotEvenOfARefusal() throws Exception {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        fault = sql -> {
            // whoever was told too early has the time to say so
            for (int i = 0; sql.equals("COMMIT") && i < 1_000; i++) {
                Thread.yield();
                for (int k = 0; k < asked.size(); k++) if (asked.get(k).isDone()) told.add(k);
            }
        };
        together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(answers()).containsExactly("a", "b", "refused c", "d");
        assertThat(told).isEmpty();
    }

    @Test
    void failsEveryWriterWhenTheCommitFails() throws Exception {
        fault = failing("COMMIT", false);
        together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(noted()).isEmpty();
        assertWorksAgain();
    }

    @Test
    void failsEveryWriterWhenTheCommitLandedButSaidNothing() throws Exception {
        fault = failing("COMMIT", true);
        together(notes("a"), notes("b"), refused("c"));

        assertThat(answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(noted()).containsExactlyInAnyOrder("a", "b");
        assertWorksAgain();
    }

    @Test
    void failsOnlyTheWriterWhoseStatementFails() throws Exception {
        fault = failing("UPDATE", false);
        together(
                notes("a"),
                sql -> {
                    notes("b").apply(sql);
                    sql.update("UPDATE ticketing_number SET last_number = 1");
                    return "b";
                },
                notes("c"));

        assertThat(answers())
                .satisfiesExactly(
                        answer -> assertThat(answer).isEqualTo("a"),
                        answer -> assertThat(answer).startsWith("StorageException"),
                        answer -> assertThat(answer).isEqualTo("c"));
        assertThat(noted()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void failsEveryWriterWhenOneCannotBeUndone() throws Exception {
        fault = failing("ROLLBACK TO", false);
        together(notes("a"), notes("b"), refused("c"), notes("d"));

        // the last one was not in the group yet
        assertThat(answers().subList(0, 3)).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(answers().get(3)).isEqualTo("d");
        assertThat(noted()).containsExactly("d");
    }

    /** SQLite does so when the disk is full; what came next would be committed by itself. */
    @Test
    void failsEveryWriterWhenSqliteGivesTheTransactionUp() throws Exception {
        together(notes("a"), notes("b"), sql -> {
            sql.update("ROLLBACK");
            throw new IllegalStateException("given up");
        });

        assertThat(answers()).allMatch(answer -> answer.startsWith("StorageException"));
        assertThat(noted()).isEmpty();
        assertWorksAgain();
    }

    @Test
    void bearsAnySavepointCallThatFails() throws Exception {
        for (String call : List.of("SAVEPOINT", "RELEASE"))
            for (boolean landed : List.of(false, true)) {
                asked.clear();
                Rows.run(database, "DELETE FROM ticketing_number");
                fault = failing(call, landed);
                together(notes("a"), notes("b"), notes("c"));
                List<String> acknowledged = answers().stream()
                        .filter(answer -> !answer.startsWith("StorageException"))
                        .toList();

                assertThat(noted()).as(call + landed).containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(acknowledged).as(call + landed).doesNotContain("b");
            }
        assertWorksAgain();
    }

    @Test
    void leavesTheLineWhenInterrupted() throws Exception {
        Thread[] waiting = new Thread[1];
        whileLedBy(notes("first"), () -> {
            ask(() -> {
                waiting[0] = Thread.currentThread();
                assertThatThrownBy(() -> transactions.write(notes("a"))).isInstanceOf(ContentionException.class);
                return "interrupted " + Thread.interrupted();
            });
            waiting[0].interrupt();
            while (transactions.waiting() > 0) Thread.onSpinWait();
            ask(() -> transactions.write(notes("b")));
        });

        assertThat(answers()).containsExactly("first", "interrupted true", "b");
        assertThat(noted()).containsExactlyInAnyOrder("first", "b");
    }

    /** Who has worked cannot go any more: only the commit says what it came to. */
    @Test
    void keepsAnInterruptForAfterTheCommit() throws Exception {
        whileLedBy(notes("first"), () -> {
            ask(() -> {
                String answer = transactions.write(sql -> {
                    Thread.currentThread().interrupt();
                    return notes("a").apply(sql);
                });
                return answer + ", interrupted " + Thread.interrupted();
            });
            ask(() -> transactions.write(notes("b")));
        });

        assertThat(answers()).containsExactly("first", "a, interrupted true", "b");
        assertThat(noted()).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void neverHasMoreWritersInACommitThanItSays() throws Exception {
        whileLedBy(notes("first"), () -> {
            for (int i = 0; i < WriteGroups.MOST + 5; i++) {
                String name = "n" + i;
                ask(() -> transactions.write(notes(name)));
            }
        });

        assertThat(answers()).hasSize(WriteGroups.MOST + 6).doesNotHaveDuplicates();
        assertThat(noted()).hasSize(WriteGroups.MOST + 6);
        assertThat(executed.stream().filter("COMMIT"::equals)).hasSize(2);
    }

    @Test
    void needsOneConnectionOnly() throws Exception {
        database.getHikariConfigMXBean().setMaximumPoolSize(1);
        transactions = over(database);

        together(notes("a"), notes("b"), refused("c"), notes("d"));

        assertThat(noted()).containsExactlyInAnyOrder("a", "b", "d");
    }

    private static Function<Sql, String> notes(String name) {
        return sql -> {
            sql.update(NOTE, name);
            return name;
        };
    }

    private static Function<Sql, String> refused(String name) {
        return sql -> {
            notes(name).apply(sql);
            throw new IllegalArgumentException("refused " + name);
        };
    }

    /** Fails the first statement that begins like this, before or after it had its effect. */
    private Interception failing(String beginning, boolean landed) {
        return new Interception() {
            private boolean done;

            @Override
            public void before(String sql) throws SQLException {
                if (!landed) fail(sql);
            }

            @Override
            public void after(String sql) throws SQLException {
                if (landed) fail(sql);
            }

            private void fail(String sql) throws SQLException {
                if (done || !sql.startsWith(beginning)) return;
                done = true;
                throw new SQLException("injected");
            }
        };
    }

    /** Has the first work wait until all others are in line. */
    @SafeVarargs
    private void together(Function<Sql, String> first, Function<Sql, String>... others) throws Exception {
        whileLedBy(first, () -> {
            for (Function<Sql, String> other : others) ask(() -> transactions.write(other));
        });
    }

    private interface Asking {
        void all() throws Exception;
    }

    private void whileLedBy(Function<Sql, String> first, Asking others) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allAsked = new CountDownLatch(1);
        asked.add(threads.submit(() -> transactions.write(sql -> {
            begun.countDown();
            awaitQuietly(allAsked);
            return first.apply(sql);
        })));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        try {
            others.all();
        } finally {
            allAsked.countDown();
        }
    }

    /** Asks in another thread, and returns when that stands in line. */
    private void ask(Callable<String> writer) {
        int before = transactions.waiting();
        asked.add(threads.submit(writer));
        while (transactions.waiting() == before) Thread.onSpinWait();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What each writer got, in the order of asking. */
    private List<String> answers() throws Exception {
        List<String> answers = new ArrayList<>();
        for (Future<String> writer : asked)
            try {
                answers.add(writer.get(20, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                boolean ours = e.getCause() instanceof StorageException;
                answers.add(ours ? "StorageException" : e.getCause().getMessage());
            }
        return answers;
    }

    private List<String> noted() throws Exception {
        answers();
        return Rows.of(database, "SELECT tenant FROM ticketing_number");
    }

    private void assertWorksAgain() {
        assertThat(transactions.write(notes("again"))).isEqualTo("again");
        assertThat(transactions.waiting()).isZero();
    }
}
