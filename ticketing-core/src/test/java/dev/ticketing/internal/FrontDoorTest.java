package dev.ticketing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.Answer;
import dev.ticketing.Command;
import dev.ticketing.Condition;
import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.memory.InMemoryStorage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Mistakes of the host's programmer are named where they are made, and leave nothing behind. */
class FrontDoorTest {

    private static final List<Department> DEPARTMENTS =
            List.of(Department.of("general", "General"), Department.of("vps", "VPS"));

    private final Ticketing ticketing =
            Ticketing.over(new InMemoryStorage(), Settings.defaults().departments(DEPARTMENTS));
    private final Portal portal = ticketing.portal(Requester.of("ada"));
    private final Desk desk = ticketing.desk(Agent.of("ben"));
    private final TicketId id = portal.open(TicketDraft.of("Subject", "Words")).id();

    @Test
    void namesWhatWasForgotten() {
        Map<String, ThrowingCallable> mistakes = Map.ofEntries(
                Map.entry("requester", () -> ticketing.portal(null)),
                Map.entry("agent", () -> desk.assign(id, null)),
                Map.entry("tenant", () -> ticketing.tenant(null)),
                Map.entry("ticket", () -> desk.get(null)),
                Map.entry("part", () -> portal.thread(id, null)),
                Map.entry("query", () -> desk.search(null)),
                Map.entry("draft", () -> portal.open(null)),
                Map.entry("customer", () -> desk.open(null, TicketDraft.of("a", "b"))),
                Map.entry("file", () -> portal.upload(null)),
                Map.entry("key", () -> portal.once(null)),
                Map.entry("answer", () -> desk.answering(null)),
                Map.entry("condition", () -> desk.when((Condition) null)),
                Map.entry("priority", () -> desk.prioritise(id, null)),
                Map.entry("department", () -> desk.transfer(id, null)),
                Map.entry("text", () -> MessageDraft.of(null)),
                Map.entry("subject", () -> TicketDraft.of(null, "b")),
                Map.entry("content", () -> FileDraft.of("a", null)),
                Map.entry("tags", () -> new Command.Retag(null)));

        mistakes.forEach((name, mistake) ->
                assertThatNullPointerException().as(name).isThrownBy(mistake).withMessage(name + " == null"));
        assertThat(desk.history(id, 0)).hasSize(1);
    }

    @Test
    void keepsCommandsAsTheyWereMade() {
        List<String> tags = new ArrayList<>(List.of("one"));
        Command retag = new Command.Retag(tags);
        tags.add("two");

        assertThat(desk.apply(id, retag).tags()).containsExactly("one");
    }

    @Test
    void answersAnAgentWhoseTicketLeftItsDepartments() {
        Desk generalOnly = ticketing.desk(Agent.of("ben").departments(Set.of("general")));
        Answer<DeskReads> answer = new Answer<>((ticket, entries, reads) ->
                reads.get(ticket).department().slug().getBytes(StandardCharsets.UTF_8));

        generalOnly.answering(answer).transfer(id, "vps");

        assertThat(answer.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("vps");
        assertThat(generalOnly.find(id)).isEmpty();
    }

    @Test
    void takesNoTextThatNobodyCanSee() {
        for (String blank : List.of("\u00a0", "\u200b", "\u2028", " \ufeff\n"))
            assertThatThrownBy(() -> portal.reply(id, blank))
                    .as(Integer.toHexString(blank.codePointAt(0)))
                    .hasMessageContaining("message must not be blank");
    }
}
