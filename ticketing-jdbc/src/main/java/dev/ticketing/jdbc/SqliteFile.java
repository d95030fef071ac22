package dev.ticketing.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database file of our own, and the pool over it. */
final class SqliteFile {

    /** Enough for readers beside the one writer; each connection has a page cache of its own. */
    private static final int CONNECTIONS = 8;

    private SqliteFile() {}

    static HikariDataSource open(Path file) {
        createFolder(file);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("ticketing");
        pool.setDataSource(KeptStatements.over(connections(file)));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw new StorageException("The database file could not be opened.", e);
        }
    }

    private static SQLiteDataSource connections(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(SqliteSettings.BUSY_TIMEOUT_MILLIS);
        // else the driver asks for the last key after each insert, by a statement of its own
        config.setGetGeneratedKeys(false);
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
