package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Creating and upgrading can be killed at any statement and run again, and nothing is lost. */
class MigrationKillTest {

    @Tag("campaign")
    @Test
    void losesNothingOfTheFirstVersionWhereverItIsKilled() {
        try (SqliteCopies first = new SqliteCopies(FirstVersion::fill)) {
            List<String> failures = new ArrayList<>();
            int tried = killEverywhere(first, true, failures);
            Campaign.report("P24, upgrade from version 1 killed on SQLite", tried, failures.size());
            assertThat(failures).isEmpty();
            assertThat(tried).isGreaterThan(5);
        }
    }

    /** The control: an upgrade whose statements are commits of their own cannot simply be run again. */
    @Tag("campaign")
    @Test
    void noticesAnUpgradeThatStopsHalfWay() {
        try (SqliteCopies first = new SqliteCopies(FirstVersion::fill)) {
            List<String> failures = new ArrayList<>();
            int tried = killEverywhere(first, false, failures);
            Campaign.report("P24, control without transactions on SQLite, must fail", tried, failures.size());
            assertThat(failures).isNotEmpty();
        }
    }

    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void createsTheSameTablesWhereverItWasKilled(TestEngine engine) throws SQLException {
        List<String> failures = new ArrayList<>();
        Random random = new Random(Campaign.seed());
        List<String> expected;
        try (TestDatabase clean = engine.empty()) {
            migrate(clean.dataSource());
            expected = catalogue(clean);
        }
        int tried = 0;
        int step = Campaign.size(25, 1);
        boolean died = true;
        for (long at = 1 + random.nextInt(step); died; at += step) {
            died = false;
            for (boolean made : new boolean[] {false, true}) {
                try (TestDatabase database = engine.empty()) {
                    DyingDatabase dying = new DyingDatabase(database.unpooled(), at, made, true);
                    kill(dying);
                    if (!dying.isDead()) continue;
                    died = true;
                    tried++;
                    migrate(database.dataSource());
                    if (!catalogue(database).equals(expected)) failures.add("other tables after a kill at " + at);
                } catch (RuntimeException e) {
                    failures.add("killed " + (made ? "after " : "before ") + at + ": " + told(e));
                }
            }
        }
        Campaign.report("P24, creation killed on " + engine, tried, failures.size());
        assertThat(failures).isEmpty();
        assertThat(tried).isPositive();
    }

    private static int killEverywhere(SqliteCopies first, boolean withTransactions, List<String> failures) {
        Dump before = comparable(first.restored());
        int tried = 0;
        boolean died = true;
        for (long at = 1; died; at += Campaign.size(8, 1)) {
            died = false;
            for (boolean made : new boolean[] {false, true}) {
                DataSource database = first.restored();
                DyingDatabase dying = new DyingDatabase(database, at, made, withTransactions);
                kill(dying);
                if (!dying.isDead()) continue;
                died = true;
                tried++;
                String where = "killed " + (made ? "after" : "before") + " statement " + at + ": ";
                try {
                    JdbcTicketing upgraded = migrate(database);
                    Upgrade.wrong(upgraded, before, comparable(database))
                            .ifPresent(wrong -> failures.add(where + wrong));
                } catch (RuntimeException e) {
                    failures.add(where + told(e));
                }
            }
        }
        return tried;
    }

    private static String told(Throwable failure) {
        StringBuilder told = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            told.append(cause).append(" <- ");
        return told.toString();
    }

    /** Whether it dies or finishes shows in the database. */
    private static void kill(DyingDatabase dying) {
        try {
            migrate(dying.dataSource());
        } catch (RuntimeException killed) {
            if (!dying.isDead()) throw killed;
        }
    }

    private static JdbcTicketing migrate(DataSource database) {
        return JdbcTicketing.builder(database)
                .schema(Schema.MIGRATE)
                .settings(Fixture.settings())
                .build();
    }

    /** What both versions have, and words of the full text instead of its pieces. */
    private static Dump comparable(DataSource database) {
        Dump dump = Dump.meaning(database);
        dump.tables()
                .keySet()
                .removeIf(table -> table.startsWith("ticketing_schema")
                        || table.startsWith("sqlite_")
                        || table.equals("ticketing_pending"));
        return dump;
    }

    private static List<String> catalogue(TestDatabase database) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection()) {
            for (String table : Backend.of(connection).tables(connection)) {
                try (ResultSet column = connection.getMetaData().getColumns(null, null, table, "%")) {
                    while (column.next())
                        found.add(table + "." + column.getString("COLUMN_NAME") + " " + column.getString("TYPE_NAME")
                                + " " + column.getString("COLUMN_SIZE") + " " + column.getString("IS_NULLABLE"));
                }
                try (ResultSet index = connection
                        .getMetaData()
                        .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
                    while (index.next())
                        found.add(table + " index " + index.getString("INDEX_NAME") + " "
                                + index.getString("ORDINAL_POSITION") + " " + index.getString("COLUMN_NAME"));
                }
            }
        }
        return List.copyOf(found);
    }
}
