package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.PortalTicket;
import dev.ticketing.Settings.SystemEntries;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.TicketThread.SystemEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits of messages and notes. */
public interface EditContract extends PortContract {

    @Test
    default void givesAMessageAnotherText() {
        World world = world();
        TicketId ticket = world.open();
        Message message = world.grace().reply(ticket, "Use water.");
        world.tick();
        world.grace().edit(ticket, message.id(), "Use sand.");

        Entry edited =
                world.grace().thread(ticket, ThreadQuery.whole()).entries().get(1);
        assertThat(edited)
                .isEqualTo(new Message(message.id(), 2, message.author(), message.at(), "Use sand.", false, List.of()));
        assertThat(world.ada()
                        .thread(ticket, ThreadQuery.whole())
                        .messages()
                        .get(1)
                        .text())
                .isEqualTo("Use sand.");
        PortalTicket after = world.portal(ticket);
        assertThat(after.updatedAt()).isEqualTo(World.START.plusSeconds(1));
        assertThat(after.lastMessageAt()).isEqualTo(World.START);
        assertThat(after.messageCount()).isEqualTo(2);
        assertThat(after.version()).isEqualTo(3);
    }

    @Test
    default void keepsAnEditedNoteFromRequesters() {
        World world = world();
        TicketId ticket = world.open();
        EntryId note = world.grace().note(ticket, "He is right.").id();
        PortalTicket before = world.portal(ticket);
        world.tick();
        Ticket after = world.grace().edit(ticket, note, "She is right.");

        assertThat(after.version()).isEqualTo(3);
        assertThat(world.portal(ticket)).isEqualTo(before);
        TicketEvent event = world.history(ticket).get(2);
        assertThat(event.kind()).isEqualTo(TicketEvent.Kind.EDITED);
        assertThat(event.audience()).isEqualTo(Audience.DESK);
    }

    @Test
    default void editsTheOpeningMessage() {
        World world = world();
        TicketId ticket = world.open();
        Ticket after = world.grace().apply(ticket, new Command.EditOpening("It burnt."));

        assertThat(after.shared().opening().orElseThrow().text()).isEqualTo("It burnt.");
        assertThat(world.portal(ticket).opening().orElseThrow().text()).isEqualTo("It burnt.");
        assertThat(world.portal(ticket).version()).isEqualTo(2);
    }

    @Test
    default void findsTheNewTextAndNotTheOld() {
        World world = world();
        TicketId ticket = world.open();
        EntryId message = world.grace().reply(ticket, "Use water.").id();
        world.grace().edit(ticket, message, "Use sand.");
        world.grace().apply(ticket, new Command.EditOpening("It smokes."));

        assertThat(found(world, "sand")).containsExactly(ticket);
        assertThat(found(world, "water")).isEmpty();
        assertThat(found(world, "smokes")).containsExactly(ticket);
        assertThat(found(world, "burns")).isEmpty();
    }

    private static List<TicketId> found(World world, String words) {
        return world.grace().search(TicketQuery.all().text(words)).items().stream()
                .map(Ticket::id)
                .toList();
    }

    @Test
    default void changesNothingByTheSameText() {
        World world = world();
        TicketId ticket = world.open();
        EntryId message = world.grace().reply(ticket, "Use water.").id();

        assertThat(world.grace().edit(ticket, message, "Use water.").version()).isEqualTo(2);
    }

    @Test
    default void refusesEntriesOfOtherTicketsAndUnknownOnes() {
        World world = world();
        TicketId ticket = world.open();
        TicketId other = world.open();
        EntryId foreign = world.grace().reply(other, "Hello").id();

        assertThat(violationsOf(() -> world.grace().edit(ticket, foreign, "x"))).containsExactly("entry UNKNOWN");
        assertThat(violationsOf(() -> world.grace().edit(ticket, EntryId.of("tmsg_none"), "x")))
                .containsExactly("entry UNKNOWN");
        assertThat(world.desk(other).version()).isEqualTo(2);
    }

    @Test
    default void refusesAnotherTextForSystemEntries() {
        World world = world().with(settings -> settings.systemEntries(SystemEntries.RECORDED));
        TicketId ticket = world.open();
        world.grace().take(ticket);
        Entry system =
                world.grace().thread(ticket, ThreadQuery.whole()).entries().get(1);

        assertThat(system).isInstanceOf(SystemEntry.class);
        assertThat(violationsOf(() -> world.grace().edit(ticket, system.id(), "x")))
                .containsExactly("entry INVALID");
    }
}
