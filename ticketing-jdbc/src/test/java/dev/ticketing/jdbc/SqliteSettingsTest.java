package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.error.StorageException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** The settings that make an acknowledged write survive a crash. */
class SqliteSettingsTest {

    private static final String GOOD = "?journal_mode=WAL&synchronous=FULL&foreign_keys=ON";

    @RegisterExtension
    final Databases databases = new Databases();

    @Test
    void setsAndReadsBackItsOwnOnEveryConnection() throws Exception {
        HikariDataSource pool = databases.empty();
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) all.add(databases.closing(pool.getConnection()));

        for (Connection connection : all) {
            assertThat(Rows.of(connection, "PRAGMA journal_mode")).containsExactly("wal");
            assertThat(Rows.of(connection, "PRAGMA synchronous")).containsExactly("2");
            assertThat(Rows.of(connection, "PRAGMA foreign_keys")).containsExactly("1");
            assertThat(Rows.of(connection, "PRAGMA busy_timeout")).containsExactly("5000");
        }
    }

    @Test
    void acceptsAHostsDataSourceWithTheSameSettings() {
        assertThat(build(GOOD)).isNotNull();
        assertThat(build(GOOD.replace("FULL", "EXTRA"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synchronous FULL OFF",
                "synchronous FULL NORMAL",
                "journal_mode WAL DELETE",
                "foreign_keys ON OFF"
            })
    void refusesAHostsDataSourceWithAnother(String setting) {
        String[] words = setting.split(" ");
        String url = GOOD.replace(words[0] + "=" + words[1], words[0] + "=" + words[2]);

        assertThatThrownBy(() -> build(url))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SQLite's " + words[0])
                .hasMessageContaining("?" + words[0] + "=")
                .hasMessageContaining("SQLiteConfig");
    }

    @Test
    void refusesAPoolWhoseWritersDoNotWait() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + databases.file() + GOOD);
        config.setConnectionInitSql("PRAGMA busy_timeout = 0");
        HikariDataSource pool = databases.closing(new HikariDataSource(config));

        assertThatThrownBy(() -> JdbcTicketing.builder(pool).build())
                .hasMessageContaining("SQLite's busy_timeout is 0");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> build("")).hasMessageContaining("journal_mode").hasMessageContaining("foreign_keys");
    }

    @Test
    void refusesADatabaseThatCannotBeDurable() {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:" + GOOD);

        assertThatThrownBy(() ->
                        JdbcTicketing.builder(memory).schema(Schema.MIGRATE).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("journal_mode is memory");
    }

    @Test
    void takesAnyFileName() throws Exception {
        Path folder = databases.file().resolveSibling("new folder");
        List<String> names = new ArrayList<>(List.of("plain", "what?is=this", "a#b", "50%25"));
        // without a locale the JDK itself cannot name such a file
        if (Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode("Grüße 日本"))
            names.add("Grüße 日本");
        for (String name : names) {
            Path file = folder.resolve(name + ".db");
            JdbcTicketing.open(file).close();
            assertThat(file).exists();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSameSizeAs(names);
        }
    }

    @Test
    void closesItsPoolWhenOpeningFails() throws Exception {
        Path file = databases.file();
        Files.writeString(file, "this is no database, however long one looks at it; not even a small one".repeat(50));

        assertThatThrownBy(() -> JdbcTicketing.open(file)).isInstanceOf(StorageException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("ticketing"));
    }

    @Test
    void closesOnlyWhatItOpened() throws Exception {
        HikariDataSource hosts = databases.migrated();
        JdbcTicketing.builder(hosts).build().close();
        assertThat(hosts.isClosed()).isFalse();

        JdbcTicketing own = JdbcTicketing.open(databases.file());
        own.close();
        own.close();
        assertThatThrownBy(() -> own.portal(Samples.ADA).open(Samples.DRAFT)).isInstanceOf(StorageException.class);
    }

    private JdbcTicketing build(String settings) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + databases.file() + settings);
        return JdbcTicketing.builder(dataSource).schema(Schema.MIGRATE).build();
    }
}
