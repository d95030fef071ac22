package dev.ticketing.jdbc.relays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Requester;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promise P22: every committed event arrives at least once, in order per ticket, and nothing else does. */
@Tag("campaign")
class DeliveryCampaignTest {

    private static final int EVENTS = Campaign.size(400, 10_000);
    private static final int KILLS = Campaign.size(2, 20);
    private static final long PATIENCE_SECONDS = 300;

    @ParameterizedTest
    @EnumSource
    void deliversWhatIsCommittedThroughRelaysThatDie(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Receiver receiver = new Receiver(Campaign.seed());
                Relays relays = new Relays(database.url(), receiver.port(), Campaign.seed())) {
            Writers writers = new Writers(database.dataSource());
            relays.start();
            relays.start();
            Thread killer = new Thread(() -> kill(relays, receiver));
            killer.start();
            writers.write(EVENTS, Campaign.seed());
            killer.join();
            receiver.await(writers.committed().size(), PATIENCE_SECONDS);

            report(engine, writers, receiver, relays);
        }
    }

    /** One dies whenever its share of the events has arrived. */
    private static void kill(Relays relays, Receiver receiver) {
        for (int i = 1; i <= KILLS; i++) {
            try {
                receiver.await(i * EVENTS / (KILLS + 1), PATIENCE_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
            relays.killOne();
            relays.start();
        }
    }

    private static void report(TestEngine engine, Writers writers, Receiver receiver, Relays relays) {
        Map<String, Integer> times = receiver.times();
        Set<String> lost = new HashSet<>(writers.committed());
        lost.removeAll(times.keySet());
        Set<String> phantom = new HashSet<>(times.keySet());
        phantom.removeAll(writers.committed());
        List<String> disordered = disordered(writers, receiver);
        Campaign.report(
                "P22 " + engine + ", " + relays.killed() + " relays killed, "
                        + writers.rolledBack().size() + " events rolled back, " + receiver.arrivals()
                        + " attempts arrived, lost " + lost.size() + ", out of order " + disordered.size()
                        + ", phantom " + phantom.size(),
                writers.committed().size(),
                lost.size() + disordered.size() + phantom.size());

        assertThat(lost).as("lost").isEmpty();
        assertThat(phantom).as("phantom").isEmpty();
        assertThat(disordered).as("out of order").isEmpty();
        assertThat(writers.rolledBack()).as("what was rolled back").isNotEmpty();
        assertThat(receiver.arrivals()).as("attempts").isGreaterThan(times.size());
    }

    private static List<String> disordered(Writers writers, Receiver receiver) {
        Map<String, List<Long>> taken = receiver.taken();
        List<String> wrong = new ArrayList<>();
        for (TicketId ticket : writers.tickets()) {
            long last = writers.ticketing()
                    .desk(Agent.system("checker"))
                    .get(ticket)
                    .version();
            List<Long> whole = LongStream.rangeClosed(1, last).boxed().toList();
            if (!whole.equals(taken.get(ticket.value()))) wrong.add(ticket + " has " + taken.get(ticket.value()));
        }
        return wrong;
    }

    /** The control: what polls for a greater id loses what commits late, and the feed does not. */
    @ParameterizedTest
    @EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
    void followsWhatAPollerOfRisingIdsLoses(TestEngine engine) throws SQLException {
        try (TestDatabase database = engine.empty();
                Connection early = database.dataSource().getConnection();
                Connection late = database.dataSource().getConnection()) {
            // new, because where rows were deleted MariaDB locks gaps, and the second one would wait
            JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                    .schema(Schema.MIGRATE)
                    .build();
            early.setAutoCommit(false);
            late.setAutoCommit(false);
            TicketId slow = open(ticketing, early, "slow");
            TicketId quick = open(ticketing, late, "quick");
            List<Long> polled = new ArrayList<>();
            List<TicketId> followed = new ArrayList<>();

            late.commit();
            long last = poll(database, 0, polled);
            long next = follow(ticketing, 0, followed);
            early.commit();
            poll(database, last, polled);
            follow(ticketing, next, followed);

            assertThat(polled)
                    .as("what the poller of rising ids saw of two events")
                    .hasSize(1);
            assertThat(followed).containsExactly(quick, slow);
            Campaign.report("P22 control on " + engine + ", a poller of rising ids", 2, 2 - polled.size());
        }
    }

    private static TicketId open(JdbcTicketing ticketing, Connection connection, String who) {
        return ticketing
                .joining(connection)
                .desk(Agent.system("writer"))
                .open(Requester.of(who), TicketDraft.of("Subject", "Text"))
                .id();
    }

    private static long follow(JdbcTicketing ticketing, long position, List<TicketId> seen) {
        var page = ticketing.feed().after(position);
        page.entries().forEach(entry -> {
            assertThat(entry.event().kind()).isEqualTo(TicketEvent.Kind.OPENED);
            seen.add(entry.event().ticket());
        });
        return page.next();
    }

    /** Tickets' keys rise with the time of their insertion, as an outbox's ids do. */
    private static long poll(TestDatabase database, long last, List<Long> seen) throws SQLException {
        String rising = "SELECT ticket_key FROM ticketing_ticket WHERE ticket_key > " + last + " ORDER BY ticket_key";
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(rising)) {
            while (rows.next()) seen.add(rows.getLong(1));
        }
        return seen.isEmpty() ? last : seen.get(seen.size() - 1);
    }
}
