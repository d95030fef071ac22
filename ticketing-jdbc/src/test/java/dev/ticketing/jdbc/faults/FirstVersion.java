package dev.ticketing.jdbc.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database as the first version of this module made and filled it. */
final class FirstVersion {

    private static final String DATA = "v1-data.sql";

    private FirstVersion() {}

    static void fill(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:dev/ticketing/jdbc/sqlite")
                .table("ticketing_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String line : lines()) statement.executeUpdate(line);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> lines() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(FirstVersion.class.getResourceAsStream(DATA), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("--")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
