package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Desk;
import dev.ticketing.TenantId;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketQuery;
import dev.ticketing.Ticketing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a search on SQLite looks at when there is one tenant, and when there are others. */
class FullTextSearchTest {

    private static final int MANY = 400;
    private static final TenantId SMALL = new TenantId("small");
    private static final TicketQuery BURNS = TicketQuery.all().text("burns");

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource pool;
    private RecordingDataSource recording;
    private Ticketing ticketing;

    @BeforeEach
    void openMany() {
        pool = databases.migrated();
        recording = new RecordingDataSource(pool);
        ticketing = JdbcTicketing.builder(recording.dataSource()).build();
        for (int i = 0; i < MANY; i++) open(ticketing, "It burns.");
        new OwnTransactions(pool).write(sql -> {
            new UnindexedTable(sql).index();
            return 0;
        });
    }

    @Test
    void looksAtNoHitOfAnotherTenant() {
        Ticketing small = ticketing.tenant(SMALL);
        open(small, "It burns, too.");
        Desk desk = small.desk(Samples.GRACE);

        recording.clear();
        assertThat(desk.search(BURNS).items()).hasSize(1);
        assertThat(recording.steps()).isLessThan(MANY);
    }

    @Test
    void looksForNoTenantWhereThereIsOne() {
        Desk desk = ticketing.desk(Samples.GRACE);
        assertThat(desk.search(BURNS.limit(100)).items()).hasSize(100);
        // who would be found if scopes were still asked for
        Rows.run(
                pool,
                "INSERT INTO ticketing_search (rowid, scope, public_words, internal_words) "
                        + "SELECT ticket_key * 1048576 + 2, '', 'unscoped', '' FROM ticketing_ticket WHERE number = 7");

        assertThat(desk.search(TicketQuery.all().text("unscoped")).items())
                .extracting(Ticket::number)
                .containsExactly(7L);
    }

    private static void open(Ticketing tenant, String text) {
        tenant.portal(Samples.ADA).open(TicketDraft.of("Printer", text));
    }
}
