package dev.ticketing.contract;

import static dev.ticketing.contract.Parallel.insisting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Desk;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many threads: nothing acknowledged is lost or doubled, and harmless edits all land. */
public interface ConcurrencyContract extends PortContract {

    /** How many replies, moves and tags 16 threads make on one ticket. */
    int ACTS = 2_000;

    @Test
    default void keepsEveryAcknowledgedActOnOneTicket() {
        World world = world();
        TicketId ticket = world.open();
        List<List<String>> acknowledged = Parallel.run(thread -> {
            List<String> replies = new ArrayList<>();
            for (int i = 0; i < ACTS / Parallel.THREADS; i++) act(world, ticket, thread, i, replies);
            return replies;
        });
        List<String> replies = acknowledged.stream().flatMap(List::stream).toList();
        List<Entry> entries = world.grace().thread(ticket, ThreadQuery.whole()).entries();
        List<PortalMessage> messages =
                world.ada().thread(ticket, ThreadQuery.whole()).messages();

        assertThat(entries.stream().skip(1).map(Entry::text)).containsExactlyInAnyOrderElementsOf(replies);
        assertThat(entries.stream().map(Entry::seq)).isEqualTo(upTo(replies.size() + 1));
        assertThat(messages.stream().map(PortalMessage::seq)).isEqualTo(upTo(replies.size() + 1));
        Ticket after = world.desk(ticket);
        List<TicketEvent> events = world.history(ticket);
        assertThat(events.stream().map(TicketEvent::version)).isEqualTo(upTo(after.version()));
        assertThat(after.shared().messageCount()).isEqualTo(replies.size() + 1);
        assertThat(after.tags()).hasSize(Parallel.THREADS).doesNotHaveDuplicates();
        assertThat(world.grace().counts().total()).isEqualTo(1);
        assertThat(world.grace().counts().byStatus())
                .containsOnlyKeys(after.status().key().value());
    }

    private static void act(World world, TicketId ticket, int thread, int i, List<String> replies) {
        Desk desk = world.grace();
        String text = "reply " + thread + "/" + i;
        switch (i % 4) {
            case 0 -> insisting(() -> desk.reply(ticket, text));
            case 1 -> insisting(() -> desk.tag(ticket, "t" + thread));
            case 2 -> insisting(() -> world.ada().reply(ticket, text));
            default -> insisting(() -> desk.move(ticket, i % 8 == 3 ? StatusKey.IN_PROGRESS : StatusKey.PENDING));
        }
        if (i % 2 == 0) replies.add(text);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    default void readsOneSnapshotWhileOthersWrite() {
        World world = world();
        TicketId ticket = world.open();
        Parallel.run(thread -> {
            for (int i = 0; i < 20; i++) {
                if (thread % 2 == 0) insisting(() -> world.grace().reply(ticket, "reply"));
                else assertWhole(world, ticket);
            }
            return thread;
        });
    }

    private static void assertWhole(World world, TicketId ticket) {
        PortalThread portal = world.ada().thread(ticket, ThreadQuery.whole());
        assertThat(portal.messages()).hasSize((int) portal.ticket().messageCount());
        assertThat(portal.messages()).hasSize((int) portal.ticket().seq());
        TicketThread desk = world.grace().thread(ticket, ThreadQuery.whole());
        assertThat(desk.entries()).hasSize((int) desk.ticket().seq());
        assertThat(desk.ticket().version()).isEqualTo(desk.ticket().seq());
    }

    @Test
    default void repeatsNoNumber() {
        World world = world();
        List<List<Long>> numbers = Parallel.run(thread -> {
            List<Long> own = new ArrayList<>();
            for (int i = 0; i < 20; i++)
                own.add(insisting(() -> world.ada().open(World.draft())).number());
            return own;
        });

        assertThat(numbers.stream().flatMap(List::stream))
                .hasSize(20 * Parallel.THREADS)
                .doesNotHaveDuplicates();
        assertThat(numbers).allSatisfy(own -> assertThat(own).isSorted());
        assertThat(world.grace().counts().total()).isEqualTo(20 * Parallel.THREADS);
    }
}
