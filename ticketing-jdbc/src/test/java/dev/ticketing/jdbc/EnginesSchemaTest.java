package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.TicketQuery;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.TicketField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creating our tables on every engine. */
class EnginesSchemaTest {

    @ParameterizedTest
    @EnumSource
    void createsTheSameTablesByPlainSqlAndByMigration(TestEngine engine) throws IOException {
        try (TestDatabase plain = engine.empty();
                TestDatabase migrated = engine.empty()) {
            for (String statement : plainSql(engine)) Rows.run(plain.dataSource(), statement);
            JdbcTicketing.builder(migrated.dataSource()).schema(Schema.MIGRATE).build();

            assertThat(Catalogue.of(plain)).hasSizeGreaterThan(15).isEqualTo(Catalogue.of(migrated));
            assertWorks(JdbcTicketing.builder(plain.dataSource()).build());
        }
    }

    @ParameterizedTest
    @EnumSource
    void createsTablesBesideThoseOfTheHost(TestEngine engine) {
        try (TestDatabase database = engine.empty()) {
            Rows.run(database.dataSource(), "CREATE TABLE orders (id INTEGER PRIMARY KEY)");
            Rows.run(database.dataSource(), "CREATE TABLE flyway_schema_history (installed_rank INTEGER PRIMARY KEY)");

            for (int i = 0; i < 2; i++)
                assertWorks(JdbcTicketing.builder(database.dataSource())
                        .schema(Schema.MIGRATE)
                        .build());
            assertThat(Rows.of(database.dataSource(), "SELECT count(*) FROM flyway_schema_history"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasAColumnForEachFieldOfATicket(TestEngine engine) {
        List<String> columns = new ArrayList<>(List.of("ticket_key", "tenant", "id"));
        for (TicketField<?> field : TicketField.all()) {
            columns.add(field.name());
            if (field.form() == TicketField.Form.TEXT) columns.add(field.name() + "_revision");
        }
        if (!engine.isMariaDb()) columns.add("changed");
        String names = engine == TestEngine.SQLITE
                ? "SELECT name FROM pragma_table_info('ticketing_ticket')"
                : "SELECT column_name FROM information_schema.columns WHERE table_name = 'ticketing_ticket'"
                        + " AND table_schema = " + (engine.isMariaDb() ? "DATABASE()" : "'public'")
                        + " ORDER BY ordinal_position";
        try (TestDatabase database = engine.withTables()) {
            assertThat(Rows.of(database.dataSource(), names)).containsExactlyElementsOf(columns);
        }
    }

    /** Each statement commits by itself there, so a migration can stop behind any of them. */
    @ParameterizedTest
    @EnumSource(names = "MARIADB.*", mode = EnumSource.Mode.MATCH_ANY)
    void goesOnWhereAMigrationStopped(TestEngine engine) throws IOException {
        List<String> script = plainSql(engine);
        for (int done = 1; done <= script.size(); done += 4)
            try (TestDatabase database = engine.empty()) {
                for (String statement : script.subList(0, done)) Rows.run(database.dataSource(), statement);

                assertWorks(JdbcTicketing.builder(database.dataSource())
                        .schema(Schema.MIGRATE)
                        .build());
                assertThat(Rows.of(database.dataSource(), "SELECT version FROM ticketing_schema"))
                        .containsExactly("2");
            }
    }

    /** Whatever the server's default is, no column of ours has it. */
    @ParameterizedTest
    @EnumSource(names = "MARIADB.*", mode = EnumSource.Mode.MATCH_ANY)
    void dependsOnNoDefaultOfTheServer(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            assertThat(Rows.of(
                            database.dataSource(),
                            "SELECT DISTINCT collation_name FROM information_schema.columns"
                                    + " WHERE table_schema = DATABASE() AND collation_name IS NOT NULL"
                                    + " AND table_name NOT LIKE '%_history'"))
                    .containsExactly("utf8mb4_nopad_bin");
        }
    }

    private static void assertWorks(JdbcTicketing ticketing) {
        int before =
                ticketing.portal(Samples.ADA).search(TicketQuery.all()).items().size();
        ticketing.portal(Samples.ADA).open(Samples.DRAFT);
        assertThat(ticketing.portal(Samples.ADA).search(TicketQuery.all()).items())
                .hasSize(before + 1);
    }

    private static List<String> plainSql(TestEngine engine) throws IOException {
        String file = engine.isMariaDb() ? "mariadb" : Columns.of(engine);
        try (InputStream script = JdbcTicketing.class.getResourceAsStream("plain/" + file + ".sql")) {
            String whole = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            return whole
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .reduce("", (all, line) -> all + line + "\n")
                    .transform(sql -> List.of(sql.split(";\n")))
                    .stream()
                    .filter(statement -> !statement.isBlank())
                    .toList();
        }
    }
}
