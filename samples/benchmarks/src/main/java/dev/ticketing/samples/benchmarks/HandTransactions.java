package dev.ticketing.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConnection;

/** Where the program written by hand begins and ends its work. Thread-safe. */
interface HandTransactions extends AutoCloseable {

    <R> R read(Work<R> work);

    <R> R write(Work<R> work);

    @Override
    void close();

    /** What is done on one connection. */
    @FunctionalInterface
    interface Work<R> {
        R on(HandSql sql) throws SQLException;
    }

    /** SQLite's: reads in one snapshot, writers behind a lock, statements kept open. */
    record Sqlite(HikariDataSource pool, ReentrantLock writing, Map<Connection, HandSql> statements)
            implements HandTransactions {

        static Sqlite over(HikariDataSource pool) {
            return new Sqlite(pool, new ReentrantLock(), new ConcurrentHashMap<>());
        }

        @Override
        public <R> R read(Work<R> work) {
            return run("BEGIN", work);
        }

        @Override
        public <R> R write(Work<R> work) {
            writing.lock();
            try {
                return run("BEGIN IMMEDIATE", work);
            } finally {
                writing.unlock();
            }
        }

        private <R> R run(String begin, Work<R> work) {
            try (Connection pooled = pool.getConnection()) {
                HandSql sql = statements.computeIfAbsent(pooled.unwrap(SQLiteConnection.class), HandSql::keeping);
                sql.run(begin);
                try {
                    R result = work.on(sql);
                    sql.run("COMMIT");
                    return result;
                } catch (SQLException | RuntimeException e) {
                    sql.run("ROLLBACK");
                    throw e;
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    /** A server's: each read by itself, or all in one snapshot. */
    record Server(HikariDataSource pool, boolean inOneSnapshot) implements HandTransactions {

        @Override
        public <R> R read(Work<R> work) {
            try (Connection connection = pool.getConnection()) {
                if (!inOneSnapshot) return work.on(HandSql.over(connection));
                connection.setAutoCommit(false);
                R result = work.on(HandSql.over(connection));
                connection.commit();
                return result;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <R> R write(Work<R> work) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    R result = work.on(HandSql.over(connection));
                    connection.commit();
                    return result;
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
