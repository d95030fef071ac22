package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which text is taken, and that it comes back as it went in. */
public interface TextContract extends PortContract {

    /** Texts that no storage may alter. */
    List<String> KEPT = List.of(
            "  leading and trailing spaces stay  ",
            "line one\nline two\r\nline three\ttabbed\n",
            "astral 🔥 𝔘𝔫𝔦 👩‍👩‍👧‍👦 and 日本語",
            "precomposed é and decomposed e\u0301 differ",
            "İstanbul ı ß ẞ ﬁ Ω Ω",
            "\u202eright to left\u202c \ufeff \u200b \u00a0 \ufffd \uffff \u2028",
            "'quotes' \"double\" `tick` \\ back % _ -- /* */ ; NULL null \\0 \\u0000",
            "<script>alert(1)</script> {{7*7}} ${7*7} &amp;");

    @Test
    default void givesTextBackAsItCame() {
        World world = world();
        TicketId ticket = world.open();
        for (String text : KEPT) {
            EntryId message = world.ada().reply(ticket, text).id();
            EntryId note = world.grace().note(ticket, text).id();
            world.grace().edit(ticket, message, text + "!");
            world.grace().edit(ticket, message, text);
            world.grace().resolve(ticket, text);

            List<Entry> entries =
                    world.grace().thread(ticket, ThreadQuery.whole()).entries();
            assertThat(entries.stream()
                            .filter(entry ->
                                    entry.id().equals(message) || entry.id().equals(note))
                            .map(Entry::text))
                    .containsExactly(text, text);
            assertThat(world.portal(ticket).resolution()).contains(text);
        }
    }

    @Test
    default void givesSubjectsAndTagsBackAsTheyCame() {
        World world = world();
        for (String text : KEPT) {
            if (!text.strip().lines().toList().equals(List.of(text.strip())) || text.indexOf('\t') >= 0) continue;
            String word =
                    text.substring(0, text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length()))));
            TicketId ticket = world.open(TicketDraft.of(text, text).tag(word));
            world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of(word, "b")));

            assertThat(world.portal(ticket).subject()).isEqualTo(text);
            assertThat(world.portal(ticket).tags()).containsExactly(word);
            assertThat(world.desk(ticket).internalTags()).containsExactly(word, "b");
        }
    }

    @Test
    default void keepsTagsApartThatDifferInCaseAccentOrSpaces() {
        World world = world();
        TicketId ticket = world.open();
        String[] tags = {"vip", "VIP", "vip ", "víp", "vi\u0301p"};
        world.grace().tag(ticket, tags);

        assertThat(world.desk(ticket).tags()).containsExactly(tags);
        assertThat(world.grace().untag(ticket, "VIP").tags()).containsExactly("vip", "vip ", "víp", "vi\u0301p");
    }

    @Test
    default void refusesTextThatDatabasesWouldAlter() {
        World world = world();
        TicketId ticket = world.open();
        for (String bad :
                List.of("a\0b", "a\ud83d", "\udd25b", "\udd25\ud83d", "bell\u0007", "esc\u001b[0m", "nel\u0085")) {
            assertThat(violationsOf(() -> world.ada().reply(ticket, bad))).containsExactly("message INVALID");
            assertThat(violationsOf(() -> world.grace().note(ticket, bad))).containsExactly("message INVALID");
            assertThat(violationsOf(() -> world.grace().retitle(ticket, bad))).containsExactly("subject INVALID");
            assertThat(violationsOf(() -> world.grace().tag(ticket, "ok", bad))).containsExactly("tags[1] INVALID");
            assertThat(violationsOf(() -> world.grace().resolve(ticket, bad))).containsExactly("resolution INVALID");
            assertThat(violationsOf(() -> world.grace().apply(ticket, new Command.EditOpening(bad))))
                    .containsExactly("opening INVALID");
            assertThat(violationsOf(() -> world.grace().apply(ticket, new Command.Conclude(Optional.of(bad)))))
                    .containsExactly("resolution INVALID");
        }
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }

    @Test
    default void refusesSeveralLinesWhereOneIsMeant() {
        World world = world();
        TicketId ticket = world.open();
        for (String bad : List.of("two\nlines", "two\rlines", "a\tb")) {
            assertThat(violationsOf(() -> world.grace().retitle(ticket, bad))).containsExactly("subject INVALID");
            assertThat(violationsOf(() -> world.grace().tag(ticket, bad))).containsExactly("tags[0] INVALID");
            assertThat(violationsOf(() -> world.open(World.draft().channel(bad))))
                    .containsExactly("channel INVALID");
            assertThat(violationsOf(() -> world.open(World.draft().externalId(bad))))
                    .containsExactly("externalId INVALID");
        }
    }
}
