package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.Page;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.contract.Campaign;
import dev.ticketing.contract.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was written last and is not in the full-text index yet. */
class UnindexedTableTest {

    private static final List<String> WORDS = List.of("fire", "fir", "firewall", "on", "printer", "é", "火", "x1", "1");

    private static final List<String> QUERIES = List.of(
            "fire",
            "fir",
            "fir*",
            "\"on fire\"",
            "\"fire on\" printer",
            "printer -fire",
            "on -\"on fire\" -fir*",
            "e",
            "火*",
            "x1 1");

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource database;
    private OwnTransactions transactions;
    private World world;

    @BeforeEach
    void openDatabase() {
        database = databases.migrated();
        transactions = new OwnTransactions(database);
        world = World.over(new JdbcStorage(transactions, Clock.systemUTC()));
    }

    @Test
    void findsTheSameWhetherTheIndexHasItOrNot() {
        Random random = new Random(Campaign.seed());
        List<TicketId> tickets = new ArrayList<>();
        List<Map.Entry<TicketId, EntryId>> entries = new ArrayList<>();
        int found = 0;
        for (int round = 0; round < Campaign.size(15, 300); round++) {
            for (int act = 0; act < 5; act++) act(random, tickets, entries);
            Map<String, List<TicketId>> before = searches();
            transactions.write(sql -> {
                new UnindexedTable(sql).index();
                return 0;
            });
            assertThat(unindexed()).isZero();
            assertThat(searches()).as("seed " + Campaign.seed()).isEqualTo(before);
            found += before.values().stream().mapToInt(List::size).sum();
        }
        assertThat(found).isGreaterThan(500);
        assertThat(world.ticketing().doctor().findings()).isEmpty();
    }

    @Test
    void keepsFewEntriesOutOfTheIndexWithoutBackgroundWork() {
        for (int i = 1; i <= UnindexedTable.MOST + 10; i++) {
            world.open(TicketDraft.of("Printer " + i, "It burns."));
            assertThat(unindexed()).isEqualTo(i % UnindexedTable.MOST);
        }

        assertThat(all(TicketQuery.all().text("printer burns").limit(100), world.grace()::search))
                .hasSize(UnindexedTable.MOST + 10)
                .extracting(Ticket::number)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(world.ticketing().doctor().findings()).isEmpty();
    }

    @Test
    void indexesLongTextsAtOnce() {
        world.open(TicketDraft.of("Printer", "It burns."));
        TicketId essay = world.open(TicketDraft.of("Essay", "word ".repeat(1_000) + "end"));

        assertThat(unindexed()).isZero();
        assertThat(all(TicketQuery.all().text("end"), world.grace()::search))
                .extracting(Ticket::id)
                .containsExactly(essay);
    }

    @Test
    void leavesEverythingAsItWasWhenTheHostRollsBack() throws SQLException {
        for (int i = 1; i < UnindexedTable.MOST; i++) world.open(TicketDraft.of("Printer " + i, "It burns."));
        List<TicketId> before = search("burns");

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Portal joined =
                    JdbcTicketing.builder(database).build().joining(connection).portal(Samples.ADA);
            PortalTicket opened = joined.open(TicketDraft.of("The last one", "It burns."));
            assertThat(Rows.of(connection, "SELECT count(*) FROM ticketing_unindexed"))
                    .containsExactly("0");
            assertThat(joined.search(TicketQuery.all().text("burns")).items())
                    .extracting(PortalTicket::id)
                    .containsExactly(opened.id());
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(unindexed()).isEqualTo(UnindexedTable.MOST - 1);
        assertThat(search("burns")).isEqualTo(before);
        assertThat(world.ticketing().doctor().findings()).isEmpty();
    }

    private void act(Random random, List<TicketId> tickets, List<Map.Entry<TicketId, EntryId>> entries) {
        Desk grace = world.grace();
        int dice = tickets.isEmpty() ? 0 : random.nextInt(6);
        if (dice == 0) {
            tickets.add(world.open(TicketDraft.of(text(random), text(random))));
            return;
        }
        TicketId ticket = tickets.get(random.nextInt(tickets.size()));
        if (dice == 1)
            entries.add(Map.entry(ticket, grace.reply(ticket, text(random)).id()));
        if (dice == 2)
            entries.add(Map.entry(ticket, grace.note(ticket, text(random)).id()));
        if (dice == 3) grace.retitle(ticket, text(random));
        if (dice > 3 && !entries.isEmpty()) {
            Map.Entry<TicketId, EntryId> entry = entries.get(random.nextInt(entries.size()));
            grace.edit(entry.getKey(), entry.getValue(), text(random));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("a");
        for (int i = 0; i < 4; i++) text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        return text.toString();
    }

    /** What each query finds, page by page, at the desk and at a portal. */
    private Map<String, List<TicketId>> searches() {
        Map<String, List<TicketId>> found = new LinkedHashMap<>();
        for (String query : QUERIES) {
            found.put(query, search(query));
            found.put(
                    query + ", Ada",
                    all(TicketQuery.all().text(query).limit(2), world.ada()::search).stream()
                            .map(PortalTicket::id)
                            .toList());
        }
        return found;
    }

    private List<TicketId> search(String query) {
        return all(TicketQuery.all().text(query).limit(3), world.grace()::search).stream()
                .map(Ticket::id)
                .toList();
    }

    private static <T> List<T> all(TicketQuery query, Function<TicketQuery, Page<T>> search) {
        Page<T> page = search.apply(query);
        List<T> items = new ArrayList<>(page.items());
        while (page.next().isPresent()) {
            page = search.apply(query.after(page.next().get()));
            items.addAll(page.items());
        }
        return items;
    }

    private long unindexed() {
        return Long.parseLong(
                Rows.of(database, "SELECT count(*) FROM ticketing_unindexed").get(0));
    }
}
