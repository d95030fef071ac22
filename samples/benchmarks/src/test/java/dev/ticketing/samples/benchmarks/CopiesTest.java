package dev.ticketing.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.AttachmentId;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.ExternalId;
import dev.ticketing.Page;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketThread;
import dev.ticketing.jdbc.servers.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copied tickets are as good as those that were written one by one. */
class CopiesTest {

    private static final Zipf TEXTS = new Zipf();
    private static final int MOST_PAGES = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void makesTicketsLikeTheirOriginals(Engine engine) throws SQLException {
        Copies two = new Copies(200, 2);
        try (Servers server = Servers.start(engine, folder)) {
            new Generator(engine, server.url()).fill(two);
            check(server.url(), two);
            try (Connection connection = DriverManager.getConnection(server.url())) {
                assertThatThrownBy(() -> two.make(connection, engine)).hasMessageContaining("602 tickets");
            }
        } finally {
            Folders.remove(folder);
        }
    }

    @Test
    void copiesOnlyWhereThereAreVeryManyOnAServer() {
        assertThat(Copies.of(Engine.SQLITE, 1_000_000)).isEqualTo(new Copies(1_000_000, 0));
        assertThat(Copies.of(Engine.POSTGRESQL, 32_500)).isEqualTo(new Copies(32_500, 0));
        assertThat(Copies.of(Engine.POSTGRESQL, 65_000)).isEqualTo(new Copies(32_500, 1));
        assertThat(Copies.of(Engine.MARIADB, 1_000_000).tickets()).isEqualTo(1_007_500);
    }

    static void check(String url, Copies copies) {
        try (LibraryProgram library = (LibraryProgram) Programs.LIBRARY.open(url);
                Program byHand = Programs.BY_HAND.open(url)) {
            assertThat(library.ticketing().doctor().findings()).isEmpty();
            findsTheNewest(library, byHand, copies);
            listsInOrder(library, byHand, copies);
            readsTheSame(library, byHand, copies);
            goesOn(library);
            goesOn(byHand);
            assertThat(library.ticketing().doctor().findings()).isEmpty();
        }
    }

    private static void findsTheNewest(LibraryProgram library, Program byHand, Copies copies) {
        for (double share : new double[] {0.2, 0.0019}) {
            String word = TEXTS.wordIn(share);
            List<String> all = newestFirst(copies)
                    .filter(each -> has(each, word))
                    .map(Case::externalId)
                    .toList();
            assertThat(all).hasSizeGreaterThan(copies.copies());
            assertThat(found(library, word)).isEqualTo(all.subList(0, Math.min(all.size(), MOST_PAGES * Program.PAGE)));
            // it finds messages and looks into no subject
            List<String> inMessages = newestFirst(copies)
                    .flatMap(each -> each.messages().stream()
                            .filter(text -> words(text).anyMatch(word::equals))
                            .map(text -> each.publicId()))
                    .limit(Program.PAGE)
                    .toList();
            assertThat(byHand.search(word).tickets())
                    .extracting(ticket -> ((Hand.Ticket) ticket).publicId())
                    .isEqualTo(inMessages);
        }
    }

    private static List<String> found(LibraryProgram library, String word) {
        Desk desk = library.ticketing().desk(Agent.of(Case.BUSY));
        TicketQuery query = TicketQuery.all().text(word);
        return walk(after -> {
                    Page<Ticket> page = desk.search(
                            after.map(place -> query.after((Page.Cursor) place)).orElse(query));
                    return new Program.Rows(page.items(), page.next().map(next -> next));
                })
                .stream()
                .map(CopiesTest::externalId)
                .toList();
    }

    private static String externalId(Object ticket) {
        return ((Ticket) ticket).externalId().orElseThrow().value();
    }

    private static void listsInOrder(Program library, Program byHand, Copies copies) {
        List<Case> listed = newestFirst(copies)
                .filter(each -> each.assignee().equals(Case.BUSY))
                .limit((long) MOST_PAGES * Program.PAGE)
                .toList();
        assertThat(walk(library::list))
                .extracting(CopiesTest::externalId)
                .isEqualTo(listed.stream().map(Case::externalId).toList());
        assertThat(walk(library::list))
                .extracting(ticket -> ((Ticket) ticket).shared().createdAt().toEpochMilli())
                .isEqualTo(listed.stream().map(Case::openedAt).toList());
        assertThat(walk(byHand::list))
                .extracting(ticket -> ((Hand.Ticket) ticket).publicId())
                .isEqualTo(listed.stream().map(Case::publicId).toList());
    }

    private static void readsTheSame(Program library, Program byHand, Copies copies) {
        for (long original : new long[] {1, 100, copies.originals()})
            for (int copy = 1; copy <= copies.copies(); copy++) {
                List<Case> both = List.of(
                        copies.caseOf(original, TEXTS),
                        copies.caseOf(original + (long) copy * copies.originals(), TEXTS));
                List<Object> keys = library.keys(both);
                TicketThread copied = (TicketThread) library.detail(keys.get(1));
                assertThat(copied)
                        .usingRecursiveComparison()
                        .ignoringFieldsOfTypes(
                                TicketId.class, EntryId.class, AttachmentId.class, ExternalId.class, Instant.class)
                        .ignoringFieldsMatchingRegexes(".*number", ".*At")
                        .isEqualTo(library.detail(keys.get(0)));
                assertThat(copied.entries())
                        .extracting(TicketThread.Entry::text)
                        .isEqualTo(both.get(1).messages());
                List<Object> handKeys = byHand.keys(both);
                Hand.Detail copiedByHand = (Hand.Detail) byHand.detail(handKeys.get(1));
                assertThat(copiedByHand)
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*\\.(id|publicId|messageId)", ".*At")
                        .isEqualTo(byHand.detail(handKeys.get(0)));
                assertThat(copiedByHand.ticket().createdAt())
                        .isEqualTo(both.get(1).openedAt());
            }
    }

    /** Keys and numbers that come next are nobody's yet. */
    private static void goesOn(Program program) {
        program.create(new Case(0, "client_1", "Subject", List.of("unheardof"), List.of(), List.of(), "", Case.OPEN));
        program.create(new Case(0, "client_1", "Subject", List.of("unheardof"), List.of(), List.of(), "", Case.OPEN));
        assertThat(program.search("unheardof").tickets()).hasSize(2);
    }

    private interface Pages {
        Program.Rows page(Optional<Object> after);
    }

    private static List<Object> walk(Pages pages) {
        List<Object> rows = new ArrayList<>();
        Optional<Object> next = Optional.empty();
        for (int i = 0; i == 0 || (next.isPresent() && i < MOST_PAGES); i++) {
            Program.Rows page = pages.page(next);
            rows.addAll(page.tickets());
            next = page.next();
        }
        return rows;
    }

    private static Stream<Case> newestFirst(Copies copies) {
        return LongStream.range(0, copies.tickets()).mapToObj(i -> copies.caseOf(copies.tickets() - i, TEXTS));
    }

    private static boolean has(Case each, String word) {
        return Stream.concat(Stream.of(each.subject()), each.messages().stream())
                .flatMap(CopiesTest::words)
                .anyMatch(word::equals);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" "));
    }
}
