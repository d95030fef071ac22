package dev.ticketing.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketThread;
import dev.ticketing.jdbc.JdbcTicketing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every benchmark runs, and all programs do the same. */
class BenchmarksTest {

    private static final int TICKETS = Filled.TICKETS;
    private static final Zipf TEXTS = new Zipf();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void doesTheSameByAllPrograms(Engine engine) {
        String url = Filled.url(engine);
        try (Program byHand = Programs.BY_HAND.open(url);
                Program library = Programs.LIBRARY.open(url)) {
            readTheSame(byHand, library);
            List.of(byHand, library).forEach(BenchmarksTest::readsAndWrites);
        }
    }

    @Test
    void runsEveryBenchmark() {
        // somebody else on this machine may be measuring
        System.setProperty("jmh.ignoreLock", "true");
        String url = Filled.url(Engine.SQLITE);
        for (String benchmark : Benchmarks.ALL)
            for (Programs program : List.of(Programs.BY_HAND, Programs.LIBRARY))
                assertThat(Turn.here(program, benchmark, url, TICKETS))
                        .satisfies(turn -> assertThat(turn.throughput()).isPositive())
                        .satisfies(turn -> assertThat(turn.cpu()).isPositive());
    }

    @Test
    void measuresFreshJvms() {
        String url = Filled.url(Engine.SQLITE);
        assertThat(Jvms.heap(once(url), url, 5)).contains("| median (smallest to largest) | ");
        assertThat(Jvms.start(once(url), url)).contains("| median (smallest to largest) | ");
    }

    @Test
    void answersTheSameOverHttpWithAndWithoutKeptBytes() {
        String url = Filled.url(Engine.SQLITE);
        assertThat(HttpPair.compare(once(url), url, Duration.ofMillis(50), Duration.ofMillis(50))
                        .lines())
                .filteredOn(row -> row.startsWith("| `/"))
                .hasSize(8)
                .allMatch(row -> row.contains("kept, checked by version") || row.contains("uncached"));
    }

    @ParameterizedTest
    @EnumSource
    void goesWithoutIndexes(Engine engine) {
        Data.with(engine, 20, folder, url -> {
            new Without(List.of("ix_ticketing_ticket__account_last_message_at")).dropFrom(url);
            try (LibraryProgram library = (LibraryProgram) Programs.LIBRARY.open(url)) {
                library.create(caseOf(21));
                assertThat(library.ticketing().doctor().findings()).isEmpty();
            }
        });
        assertThatThrownBy(() -> new Without(List.of("ux_ticketing_ticket__tenant_id")))
                .hasMessageContaining("no index that begins with");
    }

    @Test
    void keepsWhatItGenerates() {
        Data.with(Engine.SQLITE, 20, folder, url -> {
            try (JdbcTicketing ticketing = JdbcTicketing.open(Path.of(url.substring("jdbc:sqlite:".length())))) {
                assertThat(ticketing.doctor().findings()).isEmpty();
                ticketing.desk(Agent.of("agent_2")).close(TicketRef.externalId("case-1"));
            }
        });
        Data.with(Engine.SQLITE, 20, folder, url -> {
            try (Program library = Programs.LIBRARY.open(url)) {
                TicketThread first = (TicketThread)
                        library.detail(library.keys(List.of(caseOf(1))).get(0));
                assertThat(first.ticket().status().key().value())
                        .isEqualTo(caseOf(1).status());
            }
        });
    }

    private Options once(String url) {
        return new Options(
                List.of(), Engine.SQLITE, TICKETS, List.of(1), 1, 1, 1, url, folder, folder, Without.NOTHING);
    }

    private static void readTheSame(Program byHand, Program library) {
        // those that no benchmark answers: other tests run them on the same database
        List<Case> cases = List.of(caseOf(100), caseOf(11), caseOf(200));
        List<Object> handKeys = byHand.keys(cases);
        List<Object> keys = library.keys(cases);
        for (int i = 0; i < cases.size(); i++) {
            Hand.Detail detail = (Hand.Detail) byHand.detail(handKeys.get(i));
            TicketThread thread = (TicketThread) library.detail(keys.get(i));
            assertThat(detail.messages())
                    .extracting(Hand.Message::body)
                    .isEqualTo(thread.entries().stream()
                            .map(TicketThread.Entry::text)
                            .toList())
                    .isEqualTo(cases.get(i).messages());
            assertThat(detail.messages().stream()
                            .mapToInt(message -> message.attachments().size())
                            .sum())
                    .isEqualTo(thread.entries().stream()
                            .mapToInt(entry ->
                                    ((TicketThread.Message) entry).attachments().size())
                            .sum())
                    .isEqualTo(cases.get(i).files().size());
            assertThat(detail.tags())
                    .isEqualTo(thread.ticket().tags())
                    .isEqualTo(cases.get(i).tags());
            assertThat(detail.ticket().status())
                    .isEqualTo(thread.ticket().status().key().value())
                    .isEqualTo(cases.get(i).status());
        }
    }

    private static void readsAndWrites(Program program) {
        assertThat(program.list(Optional.empty()).tickets()).hasSize(Program.PAGE);
        assertThat(program.list(program.list(Optional.empty()).next()).tickets())
                .hasSize(listed() - Program.PAGE);
        assertThat(program.search(TEXTS.wordIn(0.2)).tickets()).hasSize(Program.PAGE);
        assertThat(program.version(program.keys(List.of(caseOf(100))).get(0))).isPositive();
        assertThat(program.counts()).isNotNull();

        program.create(new Case(0, "client_1", "Subject", List.of("unheardof"), List.of(), List.of(), "", Case.OPEN));
        program.reply(program.keys(List.of(caseOf(1))).get(0), "unheardof");
        assertThat(program.search("unheardof").tickets()).hasSize(2);
    }

    private static int listed() {
        return (int) IntStream.rangeClosed(1, TICKETS)
                .mapToObj(BenchmarksTest::caseOf)
                .filter(each -> each.assignee().equals(Case.BUSY))
                .count();
    }

    private static Case caseOf(long number) {
        return Case.of(number, TEXTS);
    }
}
