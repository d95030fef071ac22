package dev.ticketing.jdbc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Requester;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.campaign.Doors.Without;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P21: clients of two processes on a few tickets; nothing lost, doubled, reordered, stale or taken back. */
@Tag("campaign")
class HistoryTest {

    private static final List<String> LOST = List.of("lost", "lost update of a field");
    private static final int CONTROL_ROUNDS = 6;

    private static final int CLIENTS = 16;
    private static final int TICKETS = 8;

    @ParameterizedTest
    @EnumSource
    void keepsOneOrderOfEachTicket(TestEngine engine) throws Exception {
        int acts = Campaign.size(50, 1_300) * CLIENTS;
        Map<String, Integer> anomalies = anomalies(engine, Without.NOTHING, acts);
        Campaign.report("P21 " + engine + ", acts of " + CLIENTS + " clients in two processes", acts, sum(anomalies));

        assertThat(anomalies).isEmpty();
    }

    /** The control: without the check of versions, acknowledged acts are lost. Who meets whom is up to the machine. */
    @ParameterizedTest
    @EnumSource
    void findsWhatIsLostWithoutTheVersionCheck(TestEngine engine) throws Exception {
        int acts = 0;
        Map<String, Integer> anomalies = new TreeMap<>();
        for (int round = 0; round < CONTROL_ROUNDS && !anomalies.keySet().containsAll(LOST); round++) {
            acts += 60 * CLIENTS;
            anomalies(engine, Without.VERSION_CHECK, 60 * CLIENTS)
                    .forEach((anomaly, times) -> anomalies.merge(anomaly, times, Integer::sum));
        }
        Campaign.report("P21 control " + engine + " " + anomalies, acts, sum(anomalies));

        assertThat(anomalies).containsKeys(LOST.toArray(String[]::new));
    }

    private static Map<String, Integer> anomalies(TestEngine engine, Without without, int acts) throws Exception {
        try (TestDatabase database = engine.withTables()) {
            Ticketing ticketing = Doors.open(database.dataSource(), without);
            List<TicketId> tickets = Stream.generate(() -> ticketing
                            .portal(Requester.of("ada"))
                            .open(TicketDraft.of("History", "opening"))
                            .id())
                    .limit(TICKETS)
                    .toList();
            List<Act> all = run(database.url(), ticketing, without, tickets, acts / CLIENTS);
            if (without == Without.NOTHING) assertThat(all).hasSizeGreaterThan(acts / 2);
            Desk desk = Doors.open(database.dataSource(), Without.NOTHING).desk(Agent.of("reader"));
            Map<String, Integer> anomalies = new TreeMap<>();
            for (int i = 0; i < TICKETS; i++) {
                int ticket = i;
                TicketThread thread = desk.thread(tickets.get(i), ThreadQuery.whole());
                Checker.anomalies(
                                all.stream()
                                        .filter(act -> act.ticket() == ticket)
                                        .toList(),
                                thread.entries().stream().map(Entry::text).toList(),
                                thread.ticket().tags(),
                                history(desk, tickets.get(i)))
                        .forEach((anomaly, times) -> anomalies.merge(anomaly, times, Integer::sum));
            }
            return anomalies;
        }
    }

    private static List<Act> run(String url, Ticketing ticketing, Without without, List<TicketId> tickets, int each)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                url,
                without.name(),
                String.valueOf(Campaign.seed()),
                String.valueOf(CLIENTS / 2),
                String.valueOf(CLIENTS / 2),
                String.valueOf(each)));
        tickets.forEach(ticket -> arguments.add(ticket.value()));
        Queue<Act> told = new ConcurrentLinkedQueue<>();
        try (OtherJvm other = OtherJvm.start(ClientsMain.class, arguments)) {
            other.awaitReady();
            other.go();
            ClientsMain.run(ticketing, tickets, Campaign.seed(), 0, CLIENTS / 2, each, told::add);
            other.join();
            return Stream.concat(told.stream(), other.lines().stream().map(Act::of))
                    .toList();
        }
    }

    private static List<TicketEvent> history(Desk desk, TicketId ticket) {
        List<TicketEvent> events = new ArrayList<>();
        List<TicketEvent> page = desk.history(ticket, 0);
        while (!page.isEmpty()) {
            events.addAll(page);
            page = desk.history(ticket, events.get(events.size() - 1).version());
        }
        return events;
    }

    private static int sum(Map<String, Integer> anomalies) {
        return anomalies.values().stream().mapToInt(times -> times).sum();
    }
}
