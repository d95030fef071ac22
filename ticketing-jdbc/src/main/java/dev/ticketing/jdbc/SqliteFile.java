package dev.ticketing.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A database file of our own, and the pools over it: one to read and migrate by, and one connection for those who write through us. As
 * long as nobody else writes, the pages that it keeps need not be read again for the next write.
 */
final class SqliteFile {

    /** Enough for readers beside the one writer; each connection has a page cache of its own. */
    private static final int CONNECTIONS = 8;

    private static final int PAGES_OF_WRITER_KIB = 16 << 10;

    /**
     * Twelve times SQLite's own default, so that the ends of tables and indexes are copied from the log less often, and fewer writers
     * wait for that: 47 MiB.
     */
    private static final int PAGES_IN_LOG = 12_000;

    private SqliteFile() {}

    /** Opens a file; it is created if it is not there. */
    static HikariDataSource open(Path file) {
        createFolder(file);
        return pool("ticketing", CONNECTIONS, connections(file, settings()));
    }

    /** Opens the connection for writers. */
    static HikariDataSource openForWriters(Path file) {
        SQLiteConfig settings = settings();
        settings.setCacheSize(-PAGES_OF_WRITER_KIB);
        // what undoes one statement or savepoint would be a file now and then; what survives a crash is not in it
        settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return pool("ticketing-writer", 1, connections(file, settings));
    }

    private static HikariDataSource pool(String name, int connections, DataSource source) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(KeptStatements.over(source));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw new StorageException("The database file could not be opened.", e);
        }
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(SqliteSettings.BUSY_TIMEOUT_MILLIS);
        // else the driver asks for the last key after each insert, by a statement of its own
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(PAGES_IN_LOG));
        return config;
    }

    private static DataSource connections(Path file, SQLiteConfig config) {
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        // as a URI, because the driver takes what follows a question mark in a plain path for settings
        dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath().toUri());
        return dataSource;
    }

    private static void createFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) return;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException("The folder of the database file could not be created.", e);
        }
    }
}
