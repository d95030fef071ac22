package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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

/** Writers on threads of their own who stand in line for SQLite, and what they wrote: notes, each by its name. */
final class WritersInLine implements AutoCloseable {

    static final String NOTE = "INSERT INTO ticketing_number (tenant, last_number) VALUES (?, 0)";

    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private final List<Future<String>> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HikariDataSource database;
    private volatile Interception fault = sql -> {};
    private SqliteTransactions transactions;

    WritersInLine(HikariDataSource database) {
        this.database = database;
        // without the pool, which would hand out a connection again that was closed because nobody knew its state
        this.transactions = over(database.getDataSource());
    }

    /** Lets them take their connections from the pool, which has one. */
    void useOneConnection() {
        database.getHikariConfigMXBean().setMaximumPoolSize(1);
        transactions = over(database);
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

    SqliteTransactions transactions() {
        return transactions;
    }

    /** What was executed so far. */
    List<String> executed() {
        return executed;
    }

    /** The writers so far, in the order of asking. */
    List<Future<String>> asked() {
        return asked;
    }

    /** Puts something before and after every statement. */
    void fault(Interception now) {
        fault = now;
    }

    /** Has one undone with all others, so that savepoints are set from now on, and begins anew. */
    void makeCareful() throws Exception {
        together(notes("careful"), refused("undone"));
        answers();
        forget();
        executed.clear();
    }

    /** Begins anew. */
    void forget() {
        asked.clear();
        Rows.run(database, "DELETE FROM ticketing_number");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    static Function<Sql, String> notes(String name) {
        return sql -> {
            sql.update(NOTE, name);
            return name;
        };
    }

    static Function<Sql, String> refused(String name) {
        return sql -> {
            notes(name).apply(sql);
            throw new IllegalArgumentException("refused " + name);
        };
    }

    /** Fails the first statement that begins like this, before or after it had its effect. */
    static Interception failing(String beginning, boolean landed) {
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
    final void together(Function<Sql, String> first, Function<Sql, String>... others) throws Exception {
        whileLedBy(first, () -> {
            for (Function<Sql, String> other : others) ask(() -> transactions.write(other));
        });
    }

    interface Asking {
        void all() throws Exception;
    }

    void whileLedBy(Function<Sql, String> first, Asking others) throws Exception {
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
    void ask(Callable<String> writer) {
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
    List<String> answers() throws Exception {
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

    List<String> noted() throws Exception {
        answers();
        return Rows.of(database, "SELECT tenant FROM ticketing_number");
    }

    void assertWorksAgain() {
        assertThat(transactions.write(notes("again"))).isEqualTo("again");
        assertThat(transactions.waiting()).isZero();
    }
}
