package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Diagnosis.Finding;
import dev.ticketing.Diagnosis.Severity;
import dev.ticketing.TicketId;
import dev.ticketing.contract.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each invariant is seen to fail: something else writes to the tables, and the doctor names the check and the ticket. */
class InvariantsTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource database;
    private World world;
    private TicketId ticket;

    @BeforeEach
    void openAConversation() {
        database = databases.migrated();
        world = World.over(new JdbcStorage(new OwnTransactions(database), Clock.systemUTC()));
        ticket = world.open();
        world.grace().reply(ticket, "On my way.");
        world.grace().note(ticket, "Bring the extinguisher.");
        assertThat(world.ticketing().feed().after(0).next()).isEqualTo(3);
        world.grace().tag(ticket, "unsequenced");
        assertThat(world.ticketing().doctor().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counters | UPDATE ticketing_count SET tickets = tickets + 1",
                "events   | DELETE FROM ticketing_event WHERE version = 2",
                "events   | UPDATE ticketing_ticket SET version = version + 1",
                "entries  | DELETE FROM ticketing_entry WHERE seq = 2",
                "entries  | UPDATE ticketing_ticket SET portal_seq = 1",
                "words    | DELETE FROM ticketing_revision",
                "subjects | UPDATE ticketing_ticket SET subject = 'Printer is fine'",
                "feed     | DELETE FROM ticketing_feed WHERE position = 1",
                "feed     | DELETE FROM ticketing_pending",
                "positions| DELETE FROM ticketing_feed WHERE position = 2",
                "positions| UPDATE ticketing_sequencer SET last_position = last_position + 1",
                "search   | DELETE FROM ticketing_unindexed WHERE entry_key % 1048576 = 2",
                "unindexed| INSERT INTO ticketing_unindexed WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                        + " WHERE i < 300) SELECT -i, '', 1, ' ' FROM n",
                "changed  | UPDATE ticketing_ticket SET changed = 0",
                "changed  | UPDATE ticketing_ticket SET version = 1, changed = 0, updated_at = updated_at + 1",
                "fold     | UPDATE ticketing_ticket SET assignee = 'mallory'",
            })
    void namesWhatSomethingElseBroke(String check, String statement) throws SQLException {
        execute(statement);

        assertThat(world.ticketing().doctor().findings())
                .anySatisfy(finding -> assertBroken(finding, check))
                .allSatisfy(finding -> assertThat(finding.message()).doesNotContain("Printer", "extinguisher"));
        assertThat(world.ticketing().doctor().isHealthy()).isFalse();
    }

    private static void assertBroken(Finding finding, String check) {
        assertThat(finding.check()).isEqualTo(check);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=OFF");
            assertThat(statement.executeUpdate(sql)).isPositive();
            statement.execute("PRAGMA foreign_keys=ON");
        }
    }
}
