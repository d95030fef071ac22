package dev.ticketing.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Says for everything that Java code can do by which route HTTP clients do it. The tables are reviewed by people: a new verb,
 * read or command fails here until somebody gave it a route and a row.
 */
class DeskReachTest {

    private static final String TICKET = "/api/v2/desk/tickets/{id}";
    private static final String ANY_WRITE = "POST " + TICKET + "/apply";
    private static final String PORTAL_TICKET = "/api/v2/support/tickets/{id}";

    /** Verbs and reads of the desk; a verb that is in several shapes stands once. */
    private static final Map<String, String> DESK = Map.ofEntries(
            entry("open", "POST /api/v2/desk/tickets"),
            entry("apply", "POST " + TICKET + "/apply"),
            entry("reply", "POST " + TICKET + "/messages"),
            entry("note", "POST " + TICKET + "/notes"),
            entry("edit", "PUT " + TICKET + "/entries/{entryId}"),
            entry("assign", action("assign")),
            entry("take", action("take")),
            entry("release", action("release")),
            entry("move", action("move")),
            entry("resolve", action("resolve")),
            entry("close", action("close")),
            entry("reopen", action("reopen")),
            entry("transfer", action("transfer")),
            entry("prioritise", action("prioritise")),
            entry("categorise", action("categorise")),
            entry("retitle", action("retitle")),
            entry("tag", action("tag")),
            entry("untag", action("untag")),
            entry("link", action("link")),
            entry("unlink", action("unlink")),
            entry("cc", action("cc")),
            entry("uncc", action("uncc")),
            entry("attach", action("attach")),
            entry("upload", "POST /api/v2/desk/attachments"),
            // If-Match and seenUpTo, Idempotency-Key, and the answer of every write
            entry("when", ANY_WRITE),
            entry("once", ANY_WRITE),
            entry("answering", ANY_WRITE),
            entry("get", "GET " + TICKET),
            // the one read that finds nothing without an error
            entry("find", "GET /api/v2/desk/tickets"),
            // the entity tag is the version that a stamp has
            entry("stamp", "GET " + TICKET),
            entry("thread", "GET " + TICKET + "/thread"),
            entry("search", "GET /api/v2/desk/tickets"),
            entry("history", "GET " + TICKET + "/history"),
            // of one ticket, until GET /api/v2/desk/changes is there
            entry("changes", "GET " + TICKET + "/history"),
            entry("counts", "GET /api/v2/desk/counts"),
            entry("departments", "GET /api/v2/desk/departments"),
            entry("download", "GET /api/v2/desk/attachments/{id}"),
            // the two public shapes show requesters' truth to staff, too
            entry("asPortal", "GET " + PORTAL_TICKET));

    private static final Map<String, String> PORTAL = Map.ofEntries(
            entry("open", "POST /api/v2/support/tickets"),
            entry("reply", "POST " + PORTAL_TICKET + "/messages"),
            entry("apply", "PUT /v2/support-tickets/{id}"),
            entry("close", "POST " + PORTAL_TICKET + "/actions/close"),
            entry("reopen", "POST " + PORTAL_TICKET + "/actions/reopen"),
            entry("upload", "POST /api/v2/support/attachments"),
            entry("when", "PUT /v2/support-tickets/{id}"),
            entry("once", "PUT /v2/support-tickets/{id}"),
            entry("answering", "PUT /v2/support-tickets/{id}"),
            entry("get", "GET " + PORTAL_TICKET),
            entry("find", "GET " + PORTAL_TICKET),
            entry("stamp", "GET " + PORTAL_TICKET),
            entry("thread", "GET " + PORTAL_TICKET),
            entry("search", "GET /api/v2/support/tickets"),
            entry("counts", "GET /v2/support-tickets"),
            entry("departments", "GET /api/v2/support/departments"),
            entry("download", "GET /api/v2/support/attachments/{id}"));

    /** Commands, by the name that they have in {@code apply}. */
    private static final Map<Class<? extends Command>, String> COMMANDS = Map.ofEntries(
            entry(Command.Reply.class, "reply"),
            entry(Command.AddNote.class, "note"),
            entry(Command.Edit.class, "edit"),
            entry(Command.EditOpening.class, "edit_opening"),
            entry(Command.Assign.class, "assign"),
            entry(Command.Take.class, "take"),
            entry(Command.Release.class, "release"),
            entry(Command.Move.class, "move"),
            entry(Command.Resolve.class, "resolve"),
            entry(Command.Conclude.class, "conclude"),
            entry(Command.Close.class, "close"),
            entry(Command.Reopen.class, "reopen"),
            entry(Command.Transfer.class, "transfer"),
            entry(Command.Prioritise.class, "prioritise"),
            entry(Command.Categorise.class, "categorise"),
            entry(Command.Retitle.class, "retitle"),
            entry(Command.Tag.class, "tag"),
            entry(Command.Untag.class, "untag"),
            entry(Command.Retag.class, "retag"),
            entry(Command.AddLink.class, "link"),
            entry(Command.Unlink.class, "unlink"),
            entry(Command.Cc.class, "cc"),
            entry(Command.Uncc.class, "uncc"),
            entry(Command.Attach.class, "attach"));

    @Test
    void reachesEverythingThatTheDeskCanDo() {
        assertThat(DESK.keySet()).isEqualTo(methods(Desk.class, DeskReads.class));
        assertThat(routes()).containsAll(DESK.values());
    }

    @Test
    void reachesEverythingThatThePortalCanDo() {
        assertThat(PORTAL.keySet()).isEqualTo(methods(Portal.class, PortalReads.class));
        assertThat(routes()).containsAll(PORTAL.values());
    }

    @Test
    void reachesEveryCommand() {
        assertThat(COMMANDS.keySet()).isEqualTo(leaves(Command.class).collect(Collectors.toSet()));
        assertThat(DeskCommands.forms().keySet()).containsExactlyInAnyOrderElementsOf(COMMANDS.values());
    }

    /** A command has as many fields in JSON as in Java, a draft of a message counting as what it holds. */
    @Test
    void readsEveryPartOfEveryCommand() {
        COMMANDS.forEach((type, name) -> assertThat(DeskCommands.form(name).fields())
                .as(name)
                .hasSizeGreaterThanOrEqualTo(type.getRecordComponents().length));
    }

    private static String action(String name) {
        return "POST " + TICKET + "/actions/" + name;
    }

    private static Set<String> routes() {
        return Routes.standard().lines().stream().map(Route::name).collect(Collectors.toSet());
    }

    private static Set<String> methods(Class<?>... types) {
        return Arrays.stream(types)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return Stream.of(type);
        Set<Class<?>> leaves = new LinkedHashSet<>();
        for (Class<?> permitted : type.getPermittedSubclasses())
            leaves(permitted).forEach(leaves::add);
        return leaves.stream();
    }
}
