package dev.ticketing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.spi.Storage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Databases in files of their own, closed and removed after each test. */
final class Databases implements AfterEachCallback {

    /** As a host has it, but for the size. */
    static final long KEPT_BYTES = 1 << 20;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** A file that does not exist yet. */
    Path file() {
        try {
            Path folder = Files.createTempDirectory("ticketing");
            open.addLast(() -> delete(folder));
            return folder.resolve("tickets.db");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database of our own without tables. */
    HikariDataSource empty() {
        return closing(SqliteFile.open(file()));
    }

    /** A database of our own with tables. */
    HikariDataSource migrated() {
        try {
            Path file = file();
            Files.write(file, Template.BYTES);
            return closing(SqliteFile.open(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Storage storage() {
        OwnTransactions own = new OwnTransactions(migrated());
        return new JdbcStorage(own, own, Clock.systemUTC(), new KeptReads(KEPT_BYTES));
    }

    /** A storage within one transaction that never ends. */
    Storage joinedStorage() {
        try {
            HikariDataSource database = migrated();
            Connection connection = closing(database.getConnection());
            connection.setAutoCommit(false);
            return new JdbcStorage(
                    new JoinedTransactions(connection),
                    new OwnTransactions(database),
                    Clock.systemUTC(),
                    new KeptReads(KEPT_BYTES));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes something after the test, the last one first. */
    <C extends AutoCloseable> C closing(C opened) {
        open.addFirst(opened);
        return opened;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        close();
    }

    private void close() throws Exception {
        while (!open.isEmpty()) open.removeFirst().close();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** A file with tables, migrated once: hundreds of tests start from a copy of it. */
    private static final class Template {
        private static final byte[] BYTES = bytes();

        private static byte[] bytes() {
            Databases databases = new Databases();
            Path file = databases.file();
            try (HikariDataSource database = SqliteFile.open(file)) {
                FlywayMigration.run(database);
            }
            try {
                byte[] bytes = Files.readAllBytes(file);
                databases.close();
                return bytes;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
