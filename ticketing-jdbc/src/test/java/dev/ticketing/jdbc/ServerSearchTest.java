package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AccountId;
import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches among tickets so far apart that they stand in many blocks: what is found is what has the words. */
class ServerSearchTest {

    private static final int TICKETS = 2_000;

    /** From one ticket's key to the next one's. */
    private static final int APART = 61;

    private static final Access DESK = new Access(TenantId.DEFAULT, Optional.empty(), Set.of(), Audience.DESK);
    private static final Access PORTAL =
            new Access(TenantId.DEFAULT, Optional.of(AccountId.of("seventh")), Set.of(), Audience.PORTAL);

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void findsTheNewestFirstHoweverFarApartTheyAre(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            fill(database);
            JdbcStorage storage = new JdbcStorage(new OwnTransactions(database.dataSource()), Clock.systemUTC());

            assertFinds(storage, DESK, "all", i -> true);
            assertFinds(storage, DESK, "fifth", i -> i % 5 == 0);
            assertFinds(storage, DESK, "rare", i -> i % 400 == 3);
            assertFinds(storage, DESK, "rar*", i -> i % 400 == 3);
            assertFinds(storage, DESK, "old", i -> i < 300);
            assertFinds(storage, DESK, "fifth old", i -> i % 5 == 0 && i < 300);
            assertFinds(storage, DESK, "all -fifth -old", i -> i % 5 != 0 && i >= 300);
            assertFinds(storage, DESK, "note", i -> i % 2 == 0);
            assertFinds(storage, DESK, "never", i -> false);
            assertFinds(storage, PORTAL, "all", i -> i % 7 == 0);
            assertFinds(storage, PORTAL, "fifth", i -> i % 35 == 0);
            assertFinds(storage, PORTAL, "note", i -> false);
        }
    }

    private static void assertFinds(JdbcStorage storage, Access access, String text, IntPredicate has) {
        List<TicketId> expected = IntStream.iterate(TICKETS, i -> i > 0, i -> i - 1)
                .filter(has)
                .mapToObj(ManyOnServer::id)
                .toList();
        List<TicketId> found = new ArrayList<>();
        Optional<Page.Cursor> after = Optional.empty();
        do {
            TicketQuery query = TicketQuery.all().text(text).limit(90);
            Page<TicketState> page =
                    storage.page(access, after.map(query::after).orElse(query));
            page.items().forEach(ticket -> found.add(ticket.id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(found).as(text).isEqualTo(expected);
    }

    private static void fill(TestDatabase database) {
        new OwnTransactions(database.dataSource()).write(sql -> {
            List<Object[]> rows = new ArrayList<>();
            for (int i = 1; i <= TICKETS; i++)
                rows.add(new Object[] {i * APART, ManyOnServer.id(i).value(), i % 7 == 0 ? "seventh" : "other", i, i});
            sql.batch("""
                    INSERT INTO ticketing_ticket (ticket_key, tenant, id, subject, subject_revision, status, priority,
                        category, department, requester_id, account, number, channel, version, portal_version, created_at,
                        updated_at, portal_updated_at, last_message_at, seq, portal_seq, message_count, revisions)
                    VALUES (?, 'default', ?, 'Subject', 1, 'open', 'low', 'general', 'general', 'ada', ?, ?, 'api', 1, 1, ?,
                        0, 0, 0, 1, 1, 1, 2)
                    """, rows);
            for (int i = 1; i <= TICKETS; i++)
                ((CandidateSearch) TicketSearch.over(sql)).index(TicketKey.of(i * APART), state(i), entries(i));
            return true;
        });
    }

    private static List<IndexedEntry> entries(int i) {
        List<String> words = new ArrayList<>(List.of("all"));
        if (i % 5 == 0) words.add("fifth");
        if (i % 400 == 3) words.add("rare");
        if (i < 300) words.add("old");
        IndexedEntry opening = new IndexedEntry(1, true, true, words);
        if (i % 2 != 0) return List.of(opening);
        return List.of(opening, new IndexedEntry(2, false, true, List.of("note")));
    }

    private static TicketState state(int i) {
        return TicketState.empty(TenantId.DEFAULT, ManyOnServer.id(i))
                .with(TicketField.ACCOUNT, AccountId.of(i % 7 == 0 ? "seventh" : "other"));
    }
}
