package dev.ticketing.samples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.jdbc.JdbcTicketing;
import java.sql.Connection;
import java.util.Locale;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The databases, and how a careful team connects to each. */
enum Engine {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** The same for all programs; more callers wait for a connection. */
    static final int CONNECTIONS = 10;

    private static final int MMAP_BYTES = 1 << 30;
    private static final int CACHE_KIBIBYTES = 16 * 1024;

    static Engine named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    static Engine of(String url) {
        for (Engine engine : values()) if (url.startsWith("jdbc:" + engine.word() + ":")) return engine;
        throw new IllegalArgumentException("no benchmark for this database");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isServer() {
        return this != SQLITE;
    }

    HikariDataSource pool(String url) {
        return new HikariDataSource(config(url));
    }

    /** One whose transactions are snapshots. */
    HikariDataSource snapshots(String url) {
        HikariConfig config = config(url);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    private HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        if (isServer()) config.setJdbcUrl(url);
        else config.setDataSource(file(url));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        // what is kept for a connection lasts as long as the benchmark
        config.setMaxLifetime(0);
        return config;
    }

    private static DataSource file(String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(60_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Integer.toString(MMAP_BYTES));
        config.setCacheSize(-CACHE_KIBIBYTES);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    /** Says which tables the library has, so that data of another schema is not used again. */
    String schema() {
        try (java.io.InputStream script = JdbcTicketing.class.getResourceAsStream("plain/" + word() + ".sql")) {
            if (script == null) throw new IllegalStateException("no plain SQL for " + word());
            java.util.zip.CRC32 sum = new java.util.zip.CRC32();
            sum.update(script.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The number of connections that work on it at once when data is generated. */
    int generators() {
        return isServer() ? 3 : 1;
    }

    /** After very many rows, what an operator or the server's own background work does. */
    void settle(Connection connection) throws java.sql.SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            switch (this) {
                case SQLITE -> statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                case POSTGRESQL -> statement.execute("VACUUM ANALYZE");
                case MARIADB -> {
                    statement.execute("ANALYZE TABLE hand_ticket, hand_message, ticketing_ticket, ticketing_entry");
                }
            }
        }
    }
}
