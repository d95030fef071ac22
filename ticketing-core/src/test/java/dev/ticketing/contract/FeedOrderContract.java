package dev.ticketing.contract;

import static dev.ticketing.contract.Parallel.insisting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Feed;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The feed while sixteen write: nothing lost, nothing twice, nothing out of order. */
public interface FeedOrderContract extends PortContract {

    @Test
    default void losesNothingAmongManyWriters() {
        World world = world();
        List<TicketId> shared = List.of(world.open(), world.open());
        CountDownLatch writing = new CountDownLatch(Parallel.THREADS - 1);
        List<List<FeedEntry>> read =
                Parallel.run(i -> i == 0 ? follow(world, writing) : write(world, shared, i, writing));
        List<FeedEntry> entries = Feeds.all(world.ticketing().feed());

        assertThat(entries).hasSize(2 + 15 * 4 * 3);
        assertThat(read.get(0)).isEqualTo(entries);
        assertThat(entries).extracting(FeedEntry::position).isEqualTo(Feeds.upTo(entries.size()));
        assertThat(entries.stream().map(entry -> entry.event().id())).doesNotHaveDuplicates();
        Map<TicketId, List<TicketEvent>> byTicket = Feeds.byTicket(entries);
        byTicket.forEach((ticket, events) -> assertThat(events).isEqualTo(world.history(ticket)));
        assertThat(byTicket).hasSize(2 + 15 * 4);
    }

    /** Opens tickets and writes on shared ones, with refusals in between. */
    private static List<FeedEntry> write(World world, List<TicketId> shared, int thread, CountDownLatch writing) {
        try {
            for (int i = 0; i < 4; i++) {
                TicketId own = insisting(() -> world.ada().open(World.draft())).id();
                Refusals.codeOf(() -> insisting(() -> world.grace().retitle(own, "")));
                TicketId common = shared.get((thread + i) % 2);
                insisting(() -> world.grace().note(common, "note"));
                insisting(() -> world.grace().tag(own, "t" + thread));
            }
        } finally {
            writing.countDown();
        }
        return List.of();
    }

    /** Reads on as long as somebody writes, and then to the end. */
    private static List<FeedEntry> follow(World world, CountDownLatch writing) {
        Feed feed = world.ticketing().feed();
        List<FeedEntry> read = new ArrayList<>();
        long position = 0;
        while (true) {
            long from = position;
            boolean isOver = writing.getCount() == 0;
            FeedPage page = insisting(() -> feed.after(from, 7));
            read.addAll(page.entries());
            position = page.next();
            if (isOver && position == from) return read;
        }
    }

    @Test
    default void putsWhatWasCommittedFirstFirst() {
        World world = world();
        List<List<TicketId>> opened = Parallel.run(i -> {
            List<TicketId> own = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                own.add(insisting(() -> world.ada().open(World.draft())).id());
                if (n % 2 == i % 2) insisting(() -> world.ticketing().feed().after(0, 3));
            }
            return own;
        });

        List<TicketId> order = Feeds.all(world.ticketing().feed()).stream()
                .map(entry -> entry.event().ticket())
                .toList();
        assertThat(order).hasSize(Parallel.THREADS * 5);
        for (List<TicketId> own : opened)
            assertThat(order.stream().filter(own::contains)).isEqualTo(own);
    }
}
