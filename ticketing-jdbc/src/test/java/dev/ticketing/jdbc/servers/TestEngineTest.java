package dev.ticketing.jdbc.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The servers that tests run on are what they say. */
class TestEngineTest {

    @ParameterizedTest
    @EnumSource
    void givesEachCallerADatabaseOfItsOwn(TestEngine engine) throws SQLException {
        try (TestDatabase one = engine.empty();
                TestDatabase other = engine.empty()) {
            run(one, "CREATE TABLE orders (id INTEGER)");
            run(other, "CREATE TABLE orders (id INTEGER)");
            run(one, "INSERT INTO orders VALUES (1)");

            assertThat(first(one, "SELECT count(*) FROM orders")).isEqualTo("1");
            assertThat(first(other, "SELECT count(*) FROM orders")).isEqualTo("0");
            try (Connection connection = DriverManager.getConnection(one.url())) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARIADB.*", mode = EnumSource.Mode.MATCH_ANY)
    void runsMariaDbWithBothDefaults(TestEngine engine) throws SQLException {
        try (TestDatabase database = engine.empty()) {
            assertThat(first(database, "SELECT @@collation_database")).isEqualTo(engine.collation());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void startsAgainAfterAKillWithWhatItAcknowledged(TestEngine engine) throws SQLException {
        try (CrashServer server = engine.crashServer();
                TestDatabase database = server.empty()) {
            run(database, "CREATE TABLE orders (id INTEGER)");
            run(database, "INSERT INTO orders VALUES (7)");
            server.kill();
            server.restart();

            try (Connection connection = database.unpooled().getConnection()) {
                assertThat(first(connection, "SELECT id FROM orders")).isEqualTo("7");
            }
            database.dataSource().close();
        }
    }

    @Test
    void findsWhatAServerLeftThatWasClosedInOrder(@TempDir Path folder) throws SQLException {
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64"));
        List<String> settings = List.of("--innodb-buffer-pool-size=64M", "--max-connections=17");
        try (KeptServer server = KeptServer.mariaDb(folder, settings);
                Connection connection = DriverManager.getConnection(server.url("mysql"));
                Statement statement = connection.createStatement()) {
            assertThat(first(connection, "SELECT @@max_connections")).isEqualTo("17");
            statement.execute("CREATE DATABASE shop");
        }
        try (KeptServer server = KeptServer.mariaDb(folder, settings);
                Connection connection = DriverManager.getConnection(server.url("shop"))) {
            assertThat(first(connection, "SELECT database()")).isEqualTo("shop");
        }
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return first(connection, sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
