package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AccountId;
import dev.ticketing.TenantId;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of words on MariaDB. */
class WordSearchTest {

    private static final int TICKET = 5_000;
    private static final TicketState STATE = TicketState.empty(TenantId.DEFAULT, ManyOnServer.id(TICKET))
            .with(TicketField.ACCOUNT, AccountId.of("analytical"));

    @Test
    void leavesNothingOfWhatWasEdited() {
        try (TestDatabase database = TestEngine.MARIADB.withTables()) {
            insertTicket(database);
            List<String> many =
                    IntStream.range(0, 450).mapToObj(i -> "word" + i).toList();

            index(database, entry(1, true, "smoke", "fire", "smoke"));
            index(database, entry(2, true, "smoke", "printer"));
            index(database, edited(1, "fire", "out"));
            assertThat(rows(database)).containsExactly("1 fire", "1 out", "2 printer", "2 smoke");
            assertThat(lists(database)).containsExactly(" fire out ", " smoke printer ");

            index(database, new IndexedEntry(2, true, false, many));
            assertThat(rows(database)).hasSize(2 + many.size());

            index(database, edited(2), edited(1));
            assertThat(rows(database)).isEmpty();
            index(database, edited(2, "again"));
            assertThat(rows(database)).containsExactly("2 again");
        }
    }

    @Test
    void showsNoAccountANote() {
        try (TestDatabase database = TestEngine.MARIADB.withTables()) {
            insertTicket(database);

            index(database, entry(1, true, "public"), entry(2, false, "internal"));

            assertThat(Rows.of(
                            database.dataSource(), "SELECT word FROM ticketing_search WHERE portal_scope IS NOT NULL"))
                    .containsExactly("public");
        }
    }

    private static void insertTicket(TestDatabase database) {
        Rows.run(
                database.dataSource(),
                "INSERT INTO ticketing_ticket (ticket_key, tenant, id, status, priority, category, department, account, number,"
                        + " version, created_at, updated_at) VALUES (" + TICKET
                        + ", 'default', 'tkt_1', 'open', 'low', 'general', 'general', 'analytical', 1, 1, 1, 1)");
    }

    private static IndexedEntry entry(long seq, boolean isPublic, String... words) {
        return new IndexedEntry(seq, isPublic, true, List.of(words));
    }

    private static IndexedEntry edited(long seq, String... words) {
        return new IndexedEntry(seq, true, false, List.of(words));
    }

    private static void index(TestDatabase database, IndexedEntry... entries) {
        new OwnTransactions(database.dataSource()).write(sql -> {
            new WordSearch(sql).index(TicketKey.of(TICKET), STATE, List.of(entries));
            return true;
        });
    }

    private static List<String> rows(TestDatabase database) {
        return Rows.of(database.dataSource(), "SELECT seq, word FROM ticketing_search ORDER BY seq, word");
    }

    private static List<String> lists(TestDatabase database) {
        return Rows.of(database.dataSource(), "SELECT words FROM ticketing_search_entry ORDER BY seq");
    }
}
