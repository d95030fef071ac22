package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading conversations in parts. */
public interface ThreadContract extends PortContract {

    @Test
    default void readsAConversationInParts() {
        World world = world();
        TicketId ticket = conversation(world);
        List<String> read = new ArrayList<>();
        ThreadQuery part = ThreadQuery.first().limit(3);
        TicketThread thread = world.grace().thread(ticket, part);
        while (thread.more()) {
            assertThat(thread.entries()).hasSize(3);
            thread.entries().forEach(entry -> read.add(entry.text()));
            part = ThreadQuery.after(last(thread.entries()).seq()).limit(3);
            thread = world.grace().thread(ticket, part);
        }
        thread.entries().forEach(entry -> read.add(entry.text()));

        assertThat(read)
                .containsExactly("It burns since noon.", "r0", "n0", "r1", "n1", "r2", "n2", "r3", "n3", "r4", "n4");
    }

    @Test
    default void countsPublicEntriesForRequesters() {
        World world = world();
        TicketId ticket = conversation(world);
        PortalThread thread = world.ada().thread(ticket, ThreadQuery.after(2).limit(2));

        assertThat(thread.messages().stream().map(PortalMessage::text)).containsExactly("r1", "r2");
        assertThat(thread.messages().stream().map(PortalMessage::seq)).containsExactly(3L, 4L);
        assertThat(thread.more()).isTrue();
        assertThat(world.ada().thread(ticket, ThreadQuery.after(4).limit(2)).more())
                .isFalse();
        assertThat(world.ada().thread(ticket, ThreadQuery.after(6)).messages()).isEmpty();
    }

    @Test
    default void saysNothingOfNotesThatFollow() {
        World world = world();
        TicketId ticket = conversation(world);

        assertThat(world.ada().thread(ticket, ThreadQuery.first().limit(6)).more())
                .isFalse();
        assertThat(world.grace()
                        .asPortal()
                        .thread(ticket, ThreadQuery.first().limit(6))
                        .more())
                .isFalse();
        assertThat(world.grace().thread(ticket, ThreadQuery.first().limit(10)).more())
                .isTrue();
    }

    @Test
    default void alwaysHasTheTicketWithItsOpeningMessage() {
        World world = world();
        TicketId ticket = conversation(world);
        PortalThread none = world.ada().thread(ticket, ThreadQuery.none());

        assertThat(none.messages()).isEmpty();
        assertThat(none.more()).isTrue();
        assertThat(none.ticket()).isEqualTo(world.portal(ticket));
        assertThat(none.ticket().opening().orElseThrow().text()).isEqualTo("It burns since noon.");
    }

    @Test
    default void showsStaffTheRequestersTruth() {
        World world = world();
        TicketId ticket = conversation(world);

        assertThat(world.grace().asPortal().thread(ticket, ThreadQuery.whole()).messages())
                .isEqualTo(world.ada().thread(ticket, ThreadQuery.whole()).messages());
        assertThat(world.grace().asPortal().get(ticket).version()).isEqualTo(6);
    }

    private static TicketId conversation(World world) {
        TicketId ticket = world.open();
        for (int i = 0; i < 5; i++) {
            world.grace().reply(ticket, "r" + i);
            world.grace().note(ticket, "n" + i);
        }
        return ticket;
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }
}
