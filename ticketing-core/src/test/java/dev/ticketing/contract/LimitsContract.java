package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much is too much, with the path and the rule of each refusal. */
public interface LimitsContract extends PortContract {

    @Test
    default void countsTextsInCodePoints() {
        World world = world();
        String fire = "🔥";
        TicketId ticket = world.open(TicketDraft.of(fire.repeat(255), fire.repeat(65_535)));

        assertThat(world.portal(ticket).subject()).isEqualTo(fire.repeat(255));
        assertThat(world.portal(ticket).opening().orElseThrow().text()).isEqualTo(fire.repeat(65_535));
        assertThat(violationsOf(() -> world.open(TicketDraft.of(fire.repeat(256), "x".repeat(65_536)))))
                .containsExactly("subject TOO_LONG", "message TOO_LONG");
        assertThat(violationsOf(() -> world.grace().retitle(ticket, "x".repeat(256))))
                .containsExactly("subject TOO_LONG");
        assertThat(violationsOf(() -> world.ada().reply(ticket, "x".repeat(65_536))))
                .containsExactly("message TOO_LONG");
        assertThat(violationsOf(() -> world.grace().note(ticket, "x".repeat(65_536))))
                .containsExactly("message TOO_LONG");
        assertThat(violationsOf(() -> world.grace().resolve(ticket, "x".repeat(65_536))))
                .containsExactly("resolution TOO_LONG");
    }

    @Test
    default void demandsSubjectAndMessage() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(violationsOf(() -> world.open(TicketDraft.of("", " \n "))))
                .containsExactly("subject REQUIRED", "message REQUIRED");
        assertThat(violationsOf(() -> world.ada().reply(ticket, " "))).containsExactly("message REQUIRED");
        assertThat(violationsOf(() -> world.grace().note(ticket, ""))).containsExactly("message REQUIRED");
        assertThat(violationsOf(() -> world.grace().tag(ticket, ""))).containsExactly("tags[0] REQUIRED");
    }

    @Test
    default void namesAllBrokenRulesOfADraftAtOnce() {
        World world = world();
        TicketDraft draft = TicketDraft.of(" ", "x\0")
                .category("fires")
                .department("sales")
                .channel("a\nb")
                .externalId(" ")
                .priority(Priority.CRITICAL)
                .tag("ok")
                .tag("x".repeat(65))
                .cc("bob");

        assertThat(violationsOf(() -> world.ada().open(draft)))
                .containsExactlyInAnyOrder(
                        "subject REQUIRED",
                        "message INVALID",
                        "category INVALID",
                        "department UNKNOWN",
                        "channel INVALID",
                        "externalId REQUIRED",
                        "criticalReason REQUIRED",
                        "tags[1] TOO_LONG",
                        "cc[0] INVALID");
    }

    @Test
    default void limitsTagsOfEachKind() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().tag(ticket, words("t", 20).toArray(String[]::new));
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, words("i", 20)));
        world.grace().tag(ticket, "t0");

        assertThat(violationsOf(() -> world.grace().tag(ticket, "one more"))).containsExactly("tags TOO_MANY");
        assertThat(violationsOf(() -> world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("more")))))
                .containsExactly("tags TOO_MANY");
        assertThat(violationsOf(() -> world.grace().apply(ticket, new Command.Retag(words("r", 21)))))
                .containsExactly("tags TOO_MANY");
        assertThat(world.desk(ticket).tags()).hasSize(20);
    }

    @Test
    default void limitsAddressesAndLinks() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().cc(ticket, words("a@b", 20).toArray(String[]::new));
        for (String id : words("o", 20)) world.grace().link(ticket, new LinkRef("order", id));

        assertThat(violationsOf(() -> world.grace().cc(ticket, "x@y"))).containsExactly("cc TOO_MANY");
        assertThat(violationsOf(() -> world.grace().link(ticket, new LinkRef("order", "x"))))
                .containsExactly("links TOO_MANY");
        TicketDraft draft = World.draft();
        for (String word : words("w@z", 21)) draft = draft.cc(word).tag(word).link("order", word);
        TicketDraft tooMuch = draft;
        assertThat(violationsOf(() -> world.open(tooMuch)))
                .containsExactlyInAnyOrder("tags TOO_MANY", "cc TOO_MANY", "links TOO_MANY");
    }

    @Test
    default void limitsFilesOfAMessage() {
        World world = world();
        TicketId ticket = world.open();
        List<OutsideFile> files = new ArrayList<>();
        for (String name : words("f", 21)) files.add(AttachmentContract.outside(name));

        world.ada().reply(ticket, MessageDraft.of("twenty").files(files.subList(0, 20)));
        assertThat(violationsOf(
                        () -> world.ada().reply(ticket, MessageDraft.of("more").files(files))))
                .containsExactly("attachments TOO_MANY");
    }

    @Test
    default void checksFilesHeldElsewhere() {
        World world = world();
        TicketId ticket = world.open();

        for (String url : List.of(
                "http://a.example/x",
                "javascript:alert(1)",
                "//a.example/x",
                "https:///x",
                "x",
                "https://u:p@a.example/"))
            assertThat(violationsOf(() -> attach(world, ticket, new OutsideFile("a", url, 1, "text/plain"))))
                    .as(url)
                    .containsExactly("attachments[0].url INVALID");
        assertThat(violationsOf(
                        () -> attach(world, ticket, new OutsideFile("a", "https://a.example/x", -1, "text/plain"))))
                .containsExactly("attachments[0].size INVALID");
        assertThat(violationsOf(() -> attach(world, ticket, new OutsideFile("a", "https://a.example/x", 1, "text"))))
                .containsExactly("attachments[0].type INVALID");
        assertThat(violationsOf(
                        () -> attach(world, ticket, new OutsideFile(" ", "https://a.example/x", 1, "text/plain"))))
                .containsExactly("attachments[0].filename REQUIRED");
    }

    private static void attach(World world, TicketId ticket, OutsideFile file) {
        world.grace().attach(ticket, file);
    }

    @Test
    default void limitsMessagesAndNotesApart() {
        World world = world().with(settings -> settings.limits(settings.limits().withConversation(3, 1_000_000)));
        TicketId ticket = world.open();
        for (int i = 0; i < 3; i++) world.grace().note(ticket, "n");
        for (int i = 0; i < 2; i++) world.ada().reply(ticket, "r");

        assertThat(violationsOf(() -> world.ada().reply(ticket, "r"))).containsExactly("message TOO_MANY");
        assertThat(violationsOf(() -> world.grace().note(ticket, "n"))).containsExactly("message TOO_MANY");
        world.grace().close(ticket);
    }

    @Test
    default void limitsBytesOfTextApart() {
        World world = world().with(settings -> settings.limits(settings.limits().withConversation(100, 40)));
        TicketId ticket = world.open();
        world.grace().note(ticket, "n".repeat(40));
        world.ada().reply(ticket, "ü".repeat(10));

        assertThat(violationsOf(() -> world.ada().reply(ticket, "r"))).containsExactly("message TOO_MANY");
        assertThat(violationsOf(() -> world.grace().note(ticket, "n"))).containsExactly("message TOO_MANY");
        assertThat(violationsOf(() -> world.grace().apply(ticket, new Command.EditOpening("x"))))
                .containsExactly("opening TOO_MANY");
        assertThat(violationsOf(() -> world.open(TicketDraft.of("s", "x".repeat(41)))))
                .containsExactly("message TOO_MANY");
    }

    @Test
    default void limitsExternalIds() {
        World world = world();
        world.open(World.draft().externalId("x".repeat(255)));

        assertThat(violationsOf(() -> world.open(World.draft().externalId("x".repeat(256)))))
                .containsExactly("externalId TOO_LONG");
        assertThat(violationsOf(() -> world.open(World.draft().externalId("🔥".repeat(200)))))
                .containsExactly("externalId TOO_LONG");
    }

    private static List<String> words(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).toList();
    }
}
