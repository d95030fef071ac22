package dev.ticketing.contract;

import dev.ticketing.Feed;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Reads feeds to their end. */
final class Feeds {

    private Feeds() {}

    static List<FeedEntry> all(Feed feed) {
        List<FeedEntry> entries = new ArrayList<>();
        long position = 0;
        while (true) {
            FeedPage page = feed.after(position, 50);
            if (page.next() == position) return entries;
            entries.addAll(page.entries());
            position = page.next();
        }
    }

    static Map<TicketId, List<TicketEvent>> byTicket(List<FeedEntry> entries) {
        Map<TicketId, List<TicketEvent>> events = new LinkedHashMap<>();
        for (FeedEntry entry : entries)
            events.computeIfAbsent(entry.event().ticket(), ticket -> new ArrayList<>())
                    .add(entry.event());
        return events;
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
