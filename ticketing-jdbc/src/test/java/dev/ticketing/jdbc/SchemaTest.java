package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.TicketField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Creating, checking and trusting our tables. */
class SchemaTest {

    @RegisterExtension
    final Databases databases = new Databases();

    @Test
    void createsTablesInAnEmptyDatabase() {
        DataSource database = databases.empty();

        assertWorks(JdbcTicketing.builder(database).schema(Schema.MIGRATE).build());
        assertThat(Rows.of(database, "SELECT version FROM ticketing_schema"))
                .containsExactly(Long.toString(SchemaVersion.CURRENT));
    }

    @Test
    void createsTablesBesideThoseOfTheHost() {
        DataSource database = databases.empty();
        Rows.run(database, "CREATE TABLE orders (id INTEGER PRIMARY KEY, state TEXT)");
        Rows.run(database, "INSERT INTO orders (state) VALUES ('paid')");
        Rows.run(database, "CREATE TABLE flyway_schema_history (installed_rank INTEGER PRIMARY KEY)");

        assertWorks(JdbcTicketing.builder(database).schema(Schema.MIGRATE).build());
        assertThat(Rows.of(database, "SELECT state FROM orders")).containsExactly("paid");
        assertThat(Rows.of(database, "SELECT count(*) FROM flyway_schema_history"))
                .containsExactly("0");
        assertThat(tables(database))
                .filteredOn(table -> !table.startsWith("ticketing_"))
                .containsExactlyInAnyOrder("orders", "flyway_schema_history");
    }

    @Test
    void migratesTwiceWithoutHarm() {
        DataSource database = databases.empty();
        JdbcTicketing.builder(database)
                .schema(Schema.MIGRATE)
                .build()
                .portal(Samples.ADA)
                .open(Samples.DRAFT);

        JdbcTicketing again =
                JdbcTicketing.builder(database).schema(Schema.MIGRATE).build();

        assertThat(again.desk(Agent.of("grace")).search(TicketQuery.all()).items())
                .hasSize(1);
    }

    @Test
    void validatesByDefaultForADataSource() {
        assertWorks(JdbcTicketing.builder(databases.migrated()).build());
    }

    @Test
    void leavesNoFileBehindThatItWasNotToMake() {
        Path missing = databases.file().resolveSibling("missing.db");

        assertThatThrownBy(() ->
                        JdbcTicketing.builder(missing).schema(Schema.VALIDATE).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Schema.MIGRATE");
        assertThat(missing).doesNotExist();
    }

    @Test
    void refusesADatabaseWithoutOurTables() {
        assertThatThrownBy(() -> JdbcTicketing.builder(databases.empty()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no ticketing tables")
                .hasMessageContaining("Schema.MIGRATE");
    }

    @Test
    void refusesTablesOfAnotherVersion() {
        DataSource database = databases.migrated();
        Rows.run(database, "UPDATE ticketing_schema SET version = 0");
        assertThatThrownBy(() -> JdbcTicketing.builder(database).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 0")
                .hasMessageContaining("Schema.MIGRATE");

        Rows.run(database, "UPDATE ticketing_schema SET version = 99");
        assertThatThrownBy(() -> JdbcTicketing.builder(database).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 99");

        Rows.run(database, "DELETE FROM ticketing_schema");
        assertThatThrownBy(() -> JdbcTicketing.builder(database).build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void validatesWithoutFlywayOnTheClassPath() throws Exception {
        DataSource database = databases.migrated();

        Object ticketing = WithoutFlyway.builder(database);

        assertThat(ticketing.getClass().getName()).isEqualTo(JdbcTicketing.class.getName());
        assertThat(ticketing.getClass()).isNotEqualTo(JdbcTicketing.class);
    }

    @Test
    void readsNoTableWhenTrusted() {
        RecordingDataSource recording = new RecordingDataSource(databases.migrated());

        JdbcTicketing.builder(recording.dataSource()).schema(Schema.TRUST).build();

        assertThat(recording.statements()).noneMatch(statement -> statement.contains("ticketing_"));
    }

    @Test
    void hasAColumnForEachFieldOfATicket() {
        List<String> columns = new ArrayList<>(List.of("ticket_key", "tenant", "id"));
        for (TicketField<?> field : TicketField.all()) {
            columns.add(field.name());
            if (field.form() == TicketField.Form.TEXT) columns.add(field.name() + "_revision");
        }
        columns.add("changed");

        assertThat(Rows.of(databases.migrated(), "SELECT name FROM pragma_table_info('ticketing_ticket')"))
                .containsExactlyElementsOf(columns);
    }

    private static void assertWorks(JdbcTicketing ticketing) {
        ticketing.portal(Samples.ADA).open(Samples.DRAFT);
        assertThat(ticketing.portal(Samples.ADA).search(TicketQuery.all()).items())
                .hasSize(1);
    }

    private static List<String> tables(DataSource database) {
        return Rows.of(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    }
}
