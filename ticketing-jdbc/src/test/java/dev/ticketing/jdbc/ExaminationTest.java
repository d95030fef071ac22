package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Diagnosis;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.Diagnosis.Severity;
import dev.ticketing.Settings;
import dev.ticketing.contract.World;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The doctor on every engine, and each thing that it warns of. */
class ExaminationTest {

    @ParameterizedTest
    @EnumSource
    void findsNoFaultInTablesOfOurs(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            World world = World.over(new JdbcStorage(new OwnTransactions(database.dataSource()), Clock.systemUTC()));
            world.open();

            assertThat(world.ticketing().doctor().findings())
                    .extracting(Finding::severity)
                    .containsOnly(warnings(engine));
        }
    }

    /** The servers of this suite are fast and not safe, and say so. */
    private static Severity[] warnings(TestEngine engine) {
        return engine == TestEngine.SQLITE ? new Severity[0] : new Severity[] {Severity.WARNING};
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = Mode.EXCLUDE)
    void warnsOfSettingsThatLoseWrites(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            assertThat(messages(doctor(database, Clock.systemUTC())))
                    .anyMatch(message -> message.contains(
                            engine.isMariaDb() ? "innodb_flush_log_at_trx_commit is 0" : "fsync is off"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = Mode.EXCLUDE)
    void findsNoFaultInAServerThatSyncs(TestEngine engine) throws SQLException {
        try (var server = engine.crashServer();
                TestDatabase database = server.empty()) {
            JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                    .schema(Schema.MIGRATE)
                    .build();

            assertThat(ticketing.doctor().findings()).isEmpty();
            database.dataSource().close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = Mode.EXCLUDE)
    void warnsOfClocksThatDiffer(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));

            assertThat(doctor(database, ahead).findings())
                    .extracting(Finding::check)
                    .contains("clock");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = Mode.EXCLUDE)
    void namesColumnsThatCompareLoosely(TestEngine engine) throws SQLException {
        try (TestDatabase database = engine.empty()) {
            JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                    .schema(Schema.MIGRATE)
                    .build();
            execute(
                    database,
                    engine.isMariaDb()
                            ? "ALTER TABLE ticketing_number MODIFY tenant VARCHAR(64) COLLATE utf8mb4_general_ci"
                            : "ALTER TABLE ticketing_number ALTER tenant TYPE TEXT COLLATE \"en-x-icu\"");

            assertThat(ticketing.doctor().findings()).anySatisfy(finding -> {
                assertThat(finding.check()).isEqualTo("collation");
                assertThat(finding.message()).contains("ticketing_number.tenant");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsTablesOfAnotherVersion(TestEngine engine) throws SQLException {
        try (TestDatabase database = engine.empty()) {
            JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                    .schema(Schema.MIGRATE)
                    .build();
            execute(database, "UPDATE ticketing_schema SET version = 99");

            assertThat(ticketing.doctor().isHealthy()).isFalse();
            assertThat(ticketing.doctor().findings()).extracting(Finding::check).contains("schema");
        }
    }

    private static Diagnosis doctor(TestDatabase database, Clock clock) {
        return JdbcTicketing.builder(database.dataSource())
                .settings(Settings.defaults().clock(clock))
                .build()
                .doctor();
    }

    private static List<String> messages(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(Finding::message).toList();
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
