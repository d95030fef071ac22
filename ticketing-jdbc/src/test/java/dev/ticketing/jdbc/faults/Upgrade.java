package dev.ticketing.jdbc.faults;

import dev.ticketing.Attachment;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.Feed;
import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketThread;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.World;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the first version had written, looked for after an upgrade. */
final class Upgrade {

    private static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, TenantId.of("elsewhere"));

    private Upgrade() {}

    /** Tells what was lost, or does not agree with itself. */
    static Optional<String> wrong(Ticketing upgraded, Dump before, Dump after) {
        Optional<String> lost = lostRow(before, after);
        if (lost.isPresent()) return lost;
        int tickets = 0;
        for (TenantId tenant : TENANTS) {
            Ticketing door = upgraded.tenant(tenant);
            Diagnosis diagnosis = door.doctor();
            if (!diagnosis.isHealthy()) return Optional.of(tenant + ": " + diagnosis);
            List<Ticket> all =
                    door.desk(World.GRACE).search(TicketQuery.all().limit(100)).items();
            tickets += all.size();
            Map<TicketId, Long> told = versions(door.feed());
            for (Ticket ticket : all) {
                if (told.getOrDefault(ticket.id(), 0L) != ticket.version())
                    return Optional.of("the feed tells " + told.get(ticket.id()) + " of " + ticket.version());
                readWhole(door.desk(World.GRACE), ticket.id());
            }
            if (door.desk(World.GRACE)
                    .search(TicketQuery.all().text("burns"))
                    .items()
                    .isEmpty()) return Optional.of("the search finds nothing");
        }
        if (tickets != before.tables().get("ticketing_ticket").size()) return Optional.of("only " + tickets);
        return keptOutcome(upgraded, tickets);
    }

    /** A column may have been added at the end; counters have stripes since then, and are compared by their sums. */
    private static Optional<String> lostRow(Dump before, Dump after) {
        for (Map.Entry<String, List<String>> table : before.tables().entrySet()) {
            List<String> found = new ArrayList<>(after.tables().getOrDefault(table.getKey(), List.of()));
            for (String row : table.getValue()) {
                Optional<String> same =
                        found.stream().filter(now -> now.startsWith(row)).findFirst();
                if (same.isEmpty()) return Optional.of(table.getKey() + " lost " + row);
                found.remove(same.get());
            }
            if (!found.isEmpty()) return Optional.of(table.getKey() + " got " + found);
        }
        return Optional.empty();
    }

    /** The last version that the feed tells of each ticket; those of one ticket must come in order, from the first on. */
    private static Map<TicketId, Long> versions(Feed feed) {
        Map<TicketId, Long> last = new HashMap<>();
        long position = 0;
        while (true) {
            FeedPage page = feed.after(position, 7);
            for (FeedEntry entry : page.entries()) {
                TicketEvent event = entry.event();
                if (entry.position() <= position) throw new IllegalStateException("positions do not rise");
                position = entry.position();
                long before = last.getOrDefault(event.ticket(), 0L);
                if (event.version() != before + 1) throw new IllegalStateException(event + " after version " + before);
                last.put(event.ticket(), event.version());
            }
            if (page.entries().isEmpty()) return last;
        }
    }

    private static void readWhole(Desk desk, TicketId ticket) {
        TicketThread thread = desk.thread(ticket, ThreadQuery.whole());
        if (thread.entries().isEmpty()) throw new IllegalStateException("no entries");
        for (TicketThread.Entry entry : thread.entries()) {
            if (!(entry instanceof TicketThread.Message message)) continue;
            for (Attachment file : message.attachments()) {
                try (InputStream content = desk.download(ticket, file.id()).content()) {
                    if (content.readAllBytes().length != file.size()) throw new IllegalStateException("file cut short");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** What was done under a key before the upgrade is not done again. */
    private static Optional<String> keptOutcome(Ticketing upgraded, int tickets) {
        upgraded.portal(World.ADA)
                .once(IdempotencyKey.of("kept"))
                .open(World.draft().tag("once"));
        int now = 0;
        for (TenantId tenant : TENANTS)
            now += upgraded.tenant(tenant)
                    .desk(World.GRACE)
                    .search(TicketQuery.all().limit(100))
                    .items()
                    .size();
        return now == tickets ? Optional.empty() : Optional.of("a key from before was used a second time");
    }
}
