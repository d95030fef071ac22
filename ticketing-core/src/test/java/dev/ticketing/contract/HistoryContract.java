package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AccountId;
import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.AuthorKind;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Priority;
import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.StatusKey;
import dev.ticketing.TenantId;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.FieldChange;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.TicketId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.LinkResolver.LinkedObject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One event for every act: kind by kind, which versions and times move, and what an event says. */
public interface HistoryContract extends PortContract {

    @Test
    default void writesOneEventForEveryAct() {
        World world = world();
        TicketId ticket = world.open();
        EntryId note = world.grace().note(ticket, "Hm.").id();
        EntryId message = world.grace().reply(ticket, "Hello").id();
        Set<Kind> seen = EnumSet.of(Kind.OPENED, Kind.NOTED, Kind.REPLIED, Kind.RECORDED);
        acts(note, message).forEach((name, act) -> {
            Ticket before = world.desk(ticket);
            world.tick();
            Ticket after = world.grace().apply(ticket, act.command());
            TicketEvent event = world.grace().history(ticket, before.version()).get(0);
            boolean isPublic = act.audience() == Audience.PORTAL;

            assertThat(event.kind()).as(name).isEqualTo(act.kind());
            assertThat(event.audience()).as(name).isEqualTo(act.audience());
            assertThat(event.version()).as(name).isEqualTo(before.version() + 1);
            assertThat(event.portalVersion())
                    .as(name)
                    .isEqualTo(isPublic ? before.shared().version() + 1 : 0);
            assertThat(after.version()).as(name).isEqualTo(before.version() + 1);
            assertThat(after.updatedAt()).as(name).isEqualTo(world.clock().instant());
            assertThat(after.shared().version())
                    .as(name)
                    .isEqualTo(before.shared().version() + (isPublic ? 1 : 0));
            Instant portalTime =
                    isPublic ? world.clock().instant() : before.shared().updatedAt();
            assertThat(after.shared().updatedAt()).as(name).isEqualTo(portalTime);
            assertThat(event.at()).as(name).isEqualTo(world.clock().instant());
            seen.add(act.kind());
        });
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    /** One act of every kind, in an order in which each changes something. */
    private static Map<String, Act> acts(EntryId note, EntryId message) {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("reply", open(Kind.REPLIED, new Command.Reply(MessageDraft.of("Hello"))));
        acts.put("note", internal(Kind.NOTED, new Command.AddNote(MessageDraft.of("Hm."))));
        acts.put("edit message", open(Kind.EDITED, new Command.Edit(message, "Hi")));
        acts.put("edit note", internal(Kind.EDITED, new Command.Edit(note, "Oh.")));
        acts.put("edit opening", open(Kind.EDITED, new Command.EditOpening("It burnt.")));
        acts.put("assign", open(Kind.ASSIGNED, new Command.Assign(AgentId.of("ben"))));
        acts.put("release", open(Kind.RELEASED, new Command.Release()));
        acts.put("take", open(Kind.ASSIGNED, new Command.Take()));
        acts.put("move", open(Kind.MOVED, new Command.Move(StatusKey.ON_HOLD)));
        acts.put("resolve", open(Kind.RESOLVED, new Command.Resolve(Optional.of("Water."))));
        acts.put("conclude", open(Kind.CONCLUDED, new Command.Conclude(Optional.empty())));
        acts.put("close", open(Kind.CLOSED, new Command.Close()));
        acts.put("reopen", open(Kind.REOPENED, new Command.Reopen()));
        acts.put("transfer", open(Kind.TRANSFERRED, new Command.Transfer("vps")));
        acts.put("prioritise", open(Kind.PRIORITISED, new Command.Prioritise(Priority.HIGH)));
        acts.put("categorise", open(Kind.CATEGORISED, new Command.Categorise("billing")));
        acts.put("retitle", open(Kind.RETITLED, new Command.Retitle("Smoke")));
        acts.put("tag", open(Kind.TAGGED, new Command.Tag(Audience.PORTAL, List.of("a"))));
        acts.put("retag", open(Kind.TAGGED, new Command.Retag(List.of("b", "c"))));
        acts.put("untag", open(Kind.TAGGED, new Command.Untag(Audience.PORTAL, List.of("b"))));
        acts.put("tag internally", internal(Kind.TAGGED, new Command.Tag(Audience.DESK, List.of("vip"))));
        acts.put("untag internally", internal(Kind.TAGGED, new Command.Untag(Audience.DESK, List.of("vip"))));
        acts.put("link", open(Kind.LINKED, new Command.AddLink(new LinkRef("order", "1"))));
        acts.put("unlink", open(Kind.LINKED, new Command.Unlink(new LinkRef("order", "1"))));
        acts.put("cc", open(Kind.CC_CHANGED, new Command.Cc(List.of("eve@example.org"))));
        acts.put("uncc", open(Kind.CC_CHANGED, new Command.Uncc(List.of("eve@example.org"))));
        acts.put("attach", open(Kind.ATTACHED, new Command.Attach(List.of(outside()))));
        return acts;
    }

    private static OutsideFile outside() {
        return new OutsideFile("log.txt", "https://files.example.org/log.txt", 3, "text/plain");
    }

    private static Act open(Kind kind, Command command) {
        return new Act(kind, Audience.PORTAL, command);
    }

    private static Act internal(Kind kind, Command command) {
        return new Act(kind, Audience.DESK, command);
    }

    /** A command and the event that it must leave. @param kind its kind @param audience who learns @param command what to do */
    record Act(Kind kind, Audience audience, Command command) {}

    @Test
    default void tellsEveryFieldBeforeAndAfter() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().prioritise(ticket, Priority.URGENT);
        world.grace().resolve(ticket, "Water.");
        world.grace().reopen(ticket);
        List<TicketEvent> events = world.history(ticket);
        String millis = Long.toString(World.START.toEpochMilli());

        assertThat(events.get(1).changes())
                .containsExactly(new FieldChange("priority", Optional.of("medium"), Optional.of("urgent")));
        assertThat(events.get(2).changes())
                .contains(new FieldChange("status", Optional.of("open"), Optional.of("resolved")))
                .contains(new FieldChange("resolved_at", Optional.empty(), Optional.of(millis)));
        assertThat(events.get(3).changes())
                .contains(new FieldChange("status", Optional.of("resolved"), Optional.of("open")))
                .contains(new FieldChange("resolved_at", Optional.of(millis), Optional.empty()));
    }

    @Test
    default void holdsNoTextAndNoNames() {
        World world = world();
        World named = world.with(settings -> settings.links(HistoryContract::secretNames));
        TicketId ticket = named.open(World.draft()
                .cc("eve@example.org")
                .criticalReason("Secret-1")
                .aiSummary("Secret-2")
                .link("order", "4711")
                .files(List.of(AttachmentContract.outside("Secret-3"))));
        EntryId message = world.grace().reply(ticket, "Secret-4").id();
        world.grace().edit(ticket, message, "Secret-5");
        world.grace().note(ticket, "Secret-6");
        world.grace().retitle(ticket, "Secret-7");
        world.grace().resolve(ticket, "Secret-8");
        assertThat(named.portal(ticket).links().get(0).name()).contains("Secret-0");

        String told = world.history(ticket).toString();
        assertThat(told).doesNotContain("Secret", "Lovelace", "example.org", "Hopper", "burns", "Printer");
    }

    private static Map<LinkRef, LinkedObject> secretNames(TenantId tenant, AccountId owner, Collection<LinkRef> refs) {
        Map<LinkRef, LinkedObject> objects = new LinkedHashMap<>();
        for (LinkRef ref : refs) objects.put(ref, new LinkedObject(ref, Optional.of("Secret-0"), Optional.empty()));
        return objects;
    }

    @Test
    default void tellsWhoDidItAndForWhom() {
        World world = world();
        TicketId ticket = world.open();
        Agent robot = World.ROBOT.origin("import").correlationId("trace-7").onBehalfOf("grace");
        world.ticketing().desk(robot).tag(ticket, "a");
        TicketEvent event = world.history(ticket).get(1);

        assertThat(event.id()).matches("evt_[0-9a-hjkmnp-tv-z]{26}");
        assertThat(event.ticket()).isEqualTo(ticket);
        assertThat(event.actor()).isEqualTo(new TicketEvent.Actor("robot", AuthorKind.AUTOMATION));
        assertThat(event.origin()).isEqualTo("import");
        assertThat(event.correlationId()).contains("trace-7");
        assertThat(event.onBehalfOf()).contains("grace");
        assertThat(world.history(ticket).get(0).origin()).isEqualTo("java");
    }

    @Test
    default void readsHistoryInParts() {
        World world = world();
        TicketId ticket = world.open();
        for (int i = 0; i < 120; i++) world.grace().prioritise(ticket, Priority.values()[i % 2 * 2]);

        assertThat(world.grace().history(ticket, 0)).hasSize(100);
        assertThat(world.grace().history(ticket, 100).get(0).version()).isEqualTo(101);
        assertThat(world.history(ticket)).hasSize(121);
        assertThat(world.grace().history(ticket, 121)).isEmpty();
    }

    @Test
    default void readsPublicEventsOnlyForThePortalAudience() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "Hm.");
        world.grace().reply(ticket, "Hello");
        Access portal = Access.of(World.ADA);

        assertThat(world.storage().history(portal, ticket, 0, 10).orElseThrow().stream()
                        .map(TicketEvent::kind))
                .containsExactly(Kind.OPENED, Kind.REPLIED);
        assertThat(world.storage().history(portal, ticket, 1, 10).orElseThrow().stream()
                        .map(TicketEvent::portalVersion))
                .containsExactly(2L);
        assertThat(world.storage().history(Access.of(World.BOB), ticket, 0, 10)).isEmpty();
    }

    @Test
    default void recordsChangesInTheConversationForHostsThatWantIt() {
        World world = world().with(settings -> settings.systemEntries(SystemEntries.RECORDED));
        TicketId ticket = world.open();
        Desk desk = world.grace();
        desk.take(ticket);
        desk.tag(ticket, "a");
        desk.close(ticket);
        List<TicketEvent> events = world.history(ticket);

        assertThat(events.stream().map(TicketEvent::kind))
                .containsExactly(Kind.OPENED, Kind.ASSIGNED, Kind.RECORDED, Kind.TAGGED, Kind.CLOSED, Kind.RECORDED);
        assertThat(events.stream().map(TicketEvent::version)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(world.portal(ticket).messageCount()).isEqualTo(1);
        assertThat(world.portal(ticket).seq()).isEqualTo(3);
    }
}
