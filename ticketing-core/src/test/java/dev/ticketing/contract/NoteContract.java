package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AuthorKind;
import dev.ticketing.MessageDraft;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.TicketThread.Note;
import org.junit.jupiter.api.Test;

/** Internal notes. */
public interface NoteContract extends PortContract {

    @Test
    default void appendsANote() {
        World world = world();
        TicketId ticket = world.open();
        world.tick();
        Note note = world.grace().note(ticket, "He is right.");

        assertThat(note.seq()).isEqualTo(2);
        assertThat(note.text()).isEqualTo("He is right.");
        assertThat(note.author().kind()).isEqualTo(AuthorKind.STAFF);
        Ticket after = world.desk(ticket);
        assertThat(after.noteCount()).isEqualTo(1);
        assertThat(after.seq()).isEqualTo(2);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.updatedAt()).isEqualTo(World.START.plusSeconds(1));
        assertThat(world.grace().thread(ticket, ThreadQuery.whole()).entries()).contains(note);
    }

    @Test
    default void movesNothingThatRequestersRead() {
        World world = world();
        TicketId ticket = world.open();
        PortalTicket before = world.portal(ticket);
        world.tick();
        world.grace().note(ticket, "He is right.");

        assertThat(world.portal(ticket)).isEqualTo(before);
        assertThat(world.ada().thread(ticket, ThreadQuery.whole()).messages()).hasSize(1);
    }

    @Test
    default void numbersPublicEntriesWithoutAGap() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "n1");
        world.grace().reply(ticket, "r1");
        world.grace().note(ticket, "n2");
        PortalMessage last = world.ada().reply(ticket, "r2");

        assertThat(last.seq()).isEqualTo(3);
        assertThat(world.ada().thread(ticket, ThreadQuery.whole()).messages().stream()
                        .map(PortalMessage::seq))
                .containsExactly(1L, 2L, 3L);
        assertThat(world.grace().thread(ticket, ThreadQuery.whole()).entries().stream()
                        .map(Entry::seq))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    default void takesNotesOnClosedTickets() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().close(ticket);
        world.grace().note(ticket, "For the record.");

        assertThat(world.desk(ticket).noteCount()).isEqualTo(1);
        assertThat(world.desk(ticket).status().key()).isEqualTo(StatusKey.CLOSED);
    }

    @Test
    default void changesNoStatusByANote() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().note(ticket, "Hm.");

        assertThat(world.desk(ticket).status().key()).isEqualTo(StatusKey.OPEN);
        assertThat(world.desk(ticket).firstRespondedAt()).isEmpty();
        assertThat(violationsOf(
                        () -> world.grace().note(ticket, MessageDraft.of("Done").thenStatus(StatusKey.RESOLVED))))
                .containsExactly("status INVALID");
    }
}
