package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Caller;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searching subjects, messages and notes. */
public interface SearchContract extends PortContract {

    @Test
    default void findsWordsOfSubjectsAndMessages() {
        World world = world();
        TicketId printer = world.open(TicketDraft.of("Printer on fire", "It burns."));
        TicketId invoice = world.open(TicketDraft.of("Invoice wrong", "Twice the printer."));
        world.grace().reply(invoice, "We correct it tomorrow");

        assertThat(found(world, "printer")).containsExactlyInAnyOrder(printer, invoice);
        assertThat(found(world, "fire")).containsExactly(printer);
        assertThat(found(world, "TOMORROW")).containsExactly(invoice);
        assertThat(found(world, "never")).isEmpty();
    }

    @Test
    default void demandsAllWordsInOneEntry() {
        World world = world();
        TicketId ticket = world.open(TicketDraft.of("Printer", "on fire"));
        world.grace().reply(ticket, "Use water");

        assertThat(found(world, "printer fire")).containsExactly(ticket);
        assertThat(found(world, "use water")).containsExactly(ticket);
        assertThat(found(world, "printer water")).isEmpty();
    }

    @Test
    default void goesByTheOrderOfOpeningWhateverTheClockShows() {
        World world = world();
        TicketId first = world.open(TicketDraft.of("Printer", "one"));
        world.clock().advance(Duration.ofSeconds(-5));
        TicketId second = world.open(TicketDraft.of("Printer", "two"));

        assertThat(found(world, "printer")).containsExactly(second, first);
        assertThat(Pages.all(TicketQuery.all().text("printer").limit(1), world.grace()::search))
                .extracting(Ticket::id)
                .containsExactly(second, first);
    }

    @Test
    default void understandsTheGrammar() {
        World world = world();
        TicketId red = world.open(TicketDraft.of("a", "the red printer in the hall"));
        TicketId blue = world.open(TicketDraft.of("a", "the blue printer, red hall"));

        assertThat(found(world, "\"red printer\"")).containsExactly(red);
        assertThat(found(world, "\"printer red\"")).containsExactly(blue);
        assertThat(found(world, "print*")).containsExactlyInAnyOrder(red, blue);
        assertThat(found(world, "print")).isEmpty();
        assertThat(found(world, "printer -blue")).containsExactly(red);
        assertThat(found(world, "hall -\"red printer\"")).containsExactly(blue);
        assertThat(found(world, "printer -pri*")).isEmpty();
        assertThat(found(world, "red-printer")).containsExactly(red);
        assertThat(found(world, "re* -bl*")).containsExactly(red);
    }

    @Test
    default void takesOperatorsOfDatabasesAsWords() {
        World world = world();
        TicketId ticket = world.open(TicketDraft.of("x", "near or not and column"));

        for (String words : List.of("or", "not", "and", "near", "NEAR or", "column: or", "(near)", "{or}", "\"near or"))
            assertThat(found(world, words)).as(words).containsExactly(ticket);
        for (String words : List.of("'; drop", "%ear", "_ear", "n_ar", "or) zzz", "near\" zzz\"", "near OR zzz"))
            assertThat(found(world, words)).as(words).isEmpty();
    }

    @Test
    default void foldsCaseAccentsAndForms() {
        World world = world();
        TicketId ticket = world.open(TicketDraft.of("ÜBER naïve Straße", "ﬁne ＦＵＬＬ İstanbul 日本語 e-mail"));

        for (String words : List.of("uber", "über", "NAIVE", "straße", "fine", "full", "istanbul", "本", "日本", "e-mail"))
            assertThat(found(world, words)).as(words).containsExactly(ticket);
        assertThat(found(world, "\"本日\"")).isEmpty();
        assertThat(found(world, "\"日本語\"")).containsExactly(ticket);
    }

    @Test
    default void findsNotesForStaffOnly() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "warehouse confirms");

        assertThat(found(world, "warehouse")).containsExactly(ticket);
        assertThat(world.ada().search(TicketQuery.all().text("warehouse")).items())
                .isEmpty();
        assertThat(world.grace()
                        .asPortal()
                        .search(TicketQuery.all().text("warehouse"))
                        .items())
                .isEmpty();
        assertThat(world.bob().search(TicketQuery.all().text("printer")).items())
                .isEmpty();
        assertThat(world.ben().search(TicketQuery.all().text("printer")).items())
                .isEmpty();
    }

    @Test
    default void hidesNothingByAWordThatANoteHas() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "warehouse confirms printer");

        assertThat(world.ada()
                        .search(TicketQuery.all().text("printer -warehouse"))
                        .items())
                .hasSize(1);
        assertThat(found(world, "printer -fire")).containsExactly(ticket);
    }

    @Test
    default void searchesNeitherTagsNorNamesNorResolutions() {
        World world = world();
        TicketId ticket = world.open(World.draft().tag("urgenttag"));
        world.grace().resolve(ticket, "resolutionword");

        assertThat(found(world, "urgenttag")).isEmpty();
        assertThat(found(world, "lovelace")).isEmpty();
        assertThat(found(world, "resolutionword")).isEmpty();
    }

    @Test
    default void findsTheNewSubjectAndNotTheOld() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().retitle(ticket, "Smoke in the hall");

        assertThat(found(world, "smoke")).containsExactly(ticket);
        assertThat(found(world, "smoke noon")).containsExactly(ticket);
        assertThat(found(world, "printer")).isEmpty();
    }

    @Test
    default void refusesTextWithoutAWord() {
        World world = world();
        world.open();

        for (String text : List.of("", "   ", "!?", "\"\"", "-printer", "*"))
            assertThat(codeOf(() -> world.grace().search(TicketQuery.all().text(text))))
                    .as(text)
                    .isEqualTo(ErrorCode.INVALID_INPUT);
    }

    @Test
    default void combinesWithFiltersAndPages() {
        World world = world();
        Crowd.fill(world, 5, 80);
        for (String words : List.of("fire", "strasse", "naive über", "\"fire server\"", "back* -fire", "4711 e"))
            for (Caller caller : Crowd.callers()) assertAgreesWithListing(world, Access.of(caller), words);
    }

    /** Compares with a slow search that reads every ticket that the caller may see. */
    private static void assertAgreesWithListing(World world, Access access, String words) {
        TicketQuery query = TicketQuery.all().statuses(Set.of(StatusKey.OPEN, StatusKey.ANSWERED, StatusKey.CLOSED));
        List<TicketId> expected = world.storage().page(access, query.limit(100)).items().stream()
                .map(TicketState::id)
                .filter(ticket -> SlowSearch.matches(world.storage(), access, ticket, words))
                .toList();
        TicketQuery search = query.text(words).order(Order.UPDATED).limit(4);
        List<TicketId> found = Pages.all(search, part -> world.storage().page(access, part)).stream()
                .map(TicketState::id)
                .toList();
        assertThat(found).as("%s for %s", words, access).isEqualTo(expected);
    }

    private static List<TicketId> found(World world, String words) {
        return world.grace().search(TicketQuery.all().text(words)).items().stream()
                .map(Ticket::id)
                .toList();
    }
}
