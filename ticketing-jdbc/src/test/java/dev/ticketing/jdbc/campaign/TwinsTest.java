package dev.ticketing.jdbc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Requester;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.Campaign;
import dev.ticketing.jdbc.campaign.Doors.Without;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P8: parallel twins of two processes, one of which is killed and started again, while the server cuts connections. */
@Tag("campaign")
class TwinsTest {

    private static final int THREADS = 25;
    private static final int CUT_EVERY = 97;

    @ParameterizedTest
    @EnumSource
    void givesEachKeyOneOutcome(TestEngine engine) throws Exception {
        int keys = Campaign.size(5, 200);
        try (TestDatabase database = engine.withTables()) {
            Ticketing ticketing = Doors.open(database.dataSource(), Without.NOTHING);
            TicketId ticket = open(ticketing);
            Queue<String> told = new ConcurrentLinkedQueue<>();
            AtomicInteger cut = new AtomicInteger();
            withKills(database, ticketing, ticket, keys, told, cut);
            Map<String, Integer> anomalies = anomalies(ticketing, ticket, keys, told);
            Campaign.report(
                    "P8 " + engine + ", keys of " + told.size() + " twins, 1 process killed, " + cut
                            + " connections cut " + anomalies,
                    keys,
                    anomalies.size());

            assertThat(anomalies).isEmpty();
            assertThat(told).hasSizeGreaterThanOrEqualTo(2 * THREADS * keys);
            if (engine != TestEngine.SQLITE) assertThat(cut).hasPositiveValue();
        }
    }

    /** The control: when no outcome is kept, twins do everything many times. */
    @ParameterizedTest
    @EnumSource
    void findsTwinsWhenNoOutcomeIsKept(TestEngine engine) throws Exception {
        int keys = Twins.KINDS.size();
        try (TestDatabase database = engine.withTables()) {
            Ticketing ticketing = Doors.open(database.dataSource(), Without.OUTCOMES);
            TicketId ticket = open(ticketing);
            Queue<String> told = new ConcurrentLinkedQueue<>();
            new Twins(ticketing, ticket, "ada").run(4, keys, told::add);
            Map<String, Integer> anomalies = anomalies(ticketing, ticket, keys, told);
            Campaign.report("P8 control " + engine + " " + anomalies, keys, anomalies.size());

            assertThat(anomalies).containsKeys("several answers", "tickets", "entries");
        }
    }

    private static TicketId open(Ticketing ticketing) {
        return ticketing
                .portal(Requester.of("owner"))
                .open(TicketDraft.of("Twins", "opening"))
                .id();
    }

    private static void withKills(
            TestDatabase database,
            Ticketing ticketing,
            TicketId ticket,
            int keys,
            Queue<String> told,
            AtomicInteger cut)
            throws Exception {
        List<String> arguments = List.of(database.url(), ticket.value(), String.valueOf(THREADS), String.valueOf(keys));
        AtomicInteger answers = new AtomicInteger();
        try (OtherJvm killed = OtherJvm.start(TwinsMain.class, arguments);
                OtherJvm again = OtherJvm.start(TwinsMain.class, arguments)) {
            killed.awaitReady();
            again.awaitReady();
            killed.go();
            Consumer<String> tell = line -> {
                told.add(line);
                int so = answers.incrementAndGet();
                if (so % CUT_EVERY == 0) cut.addAndGet(Connections.cut(database));
                if (so == THREADS * keys / 3) killed(killed);
                if (so == THREADS * keys / 2) started(again);
            };
            new Twins(ticketing, ticket, "ada").run(THREADS, keys, tell);
            again.join();
            told.addAll(again.lines());
            told.addAll(killed.lines());
        }
    }

    private static void killed(OtherJvm other) {
        try {
            other.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void started(OtherJvm other) {
        try {
            other.go();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is not one outcome, one set of events, one answer; and what another caller's same key does not have of its own. */
    private static Map<String, Integer> anomalies(Ticketing ticketing, TicketId ticket, int keys, Queue<String> told) {
        Map<String, Integer> anomalies = new TreeMap<>();
        Map<Integer, Set<String>> answers = new HashMap<>();
        for (String line : told) {
            String[] parts = line.split("\t", -1);
            answers.computeIfAbsent(Integer.valueOf(parts[0]), key -> new HashSet<>())
                    .add(parts[1]);
        }
        answers.values().stream()
                .filter(all -> all.size() > 1)
                .forEach(all -> anomalies.merge("several answers", 1, Integer::sum));
        if (answers.size() != keys) anomalies.put("keys without an answer", keys - answers.size());
        Twins others = new Twins(ticketing, ticket, "bob");
        for (int key = 0; key < keys; key++)
            if (answers.getOrDefault(key, Set.of()).contains(others.ask(key)))
                anomalies.merge("another caller's outcome", 1, Integer::sum);

        Desk desk = ticketing.desk(Agent.of("reader"));
        long opened = count(keys, "open");
        long tickets = ticketing.portal(Requester.of("ada")).counts().total();
        if (tickets != opened) anomalies.put("tickets", (int) (tickets - opened));
        List<String> expected = new ArrayList<>();
        for (String who : List.of("ada", "bob"))
            IntStream.range(0, keys)
                    .filter(key -> key % Twins.KINDS.size() % 4 != 0)
                    .forEach(key -> expected.add(who + " " + key));
        List<String> texts = new ArrayList<>(desk.thread(ticket, ThreadQuery.whole()).entries().stream()
                .skip(1)
                .map(Entry::text)
                .sorted()
                .toList());
        if (!texts.equals(expected.stream().sorted().toList()))
            anomalies.put("entries", texts.size() - expected.size());
        long events = 1 + 2 * (count(keys, "reply") + count(keys, "note") + 2 * count(keys, "several"));
        long version = desk.get(ticket).version();
        if (version != events) anomalies.put("events", (int) (version - events));
        return anomalies;
    }

    private static long count(int keys, String kind) {
        return IntStream.range(0, keys)
                .filter(key -> Twins.kind(key).equals(kind))
                .count();
    }
}
