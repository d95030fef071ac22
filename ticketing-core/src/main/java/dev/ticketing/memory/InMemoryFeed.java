package dev.ticketing.memory;

import dev.ticketing.FeedEntry;
import dev.ticketing.FeedPage;
import dev.ticketing.TenantId;
import dev.ticketing.TicketEvent;
import dev.ticketing.memory.FeedRows.EventRef;
import dev.ticketing.memory.Tables.Key;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.FeedStore;
import dev.ticketing.spi.NamedTexts;
import dev.ticketing.spi.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The order of events in memory. */
final class InMemoryFeed implements FeedStore {

    private final InMemoryStorage storage;

    InMemoryFeed(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Map<TenantId, Long> ends() {
        FeedRows rows = storage.committed().feed();
        Map<TenantId, Long> ends = new LinkedHashMap<>();
        rows.waiting().forEach(event -> ends.put(event.tenant(), 0L));
        rows.order().forEach((tenant, order) -> ends.put(tenant, (long) order.size()));
        return ends;
    }

    @Override
    public int sequence(TenantId tenant, int most) {
        if (waiting(storage.committed(), tenant, 1).isEmpty()) return 0;
        return storage.change(tables -> {
            List<EventRef> next = waiting(tables, tenant, most);
            List<EventRef> order = new ArrayList<>(tables.feed().order(tenant));
            order.addAll(next);
            tables.feed().order().put(tenant, List.copyOf(order));
            tables.feed().waiting().removeAll(Set.copyOf(next));
            return next.size();
        });
    }

    private static List<EventRef> waiting(Tables tables, TenantId tenant, int most) {
        return tables.feed().waiting().stream()
                .filter(event -> event.tenant().equals(tenant))
                .limit(most)
                .toList();
    }

    @Override
    public FeedPage after(Access access, long position, int limit) {
        Tables tables = storage.committed();
        List<EventRef> order = tables.feed().order(access.tenant());
        int from = (int) Math.min(position, order.size());
        int end = Math.min(from + limit, order.size());
        List<FeedEntry> entries = new ArrayList<>();
        for (int i = from; i < end; i++) {
            TicketRow row = row(tables, order.get(i));
            if (access.permits(row.state())) entries.add(entry(row, order.get(i), i + 1L));
        }
        return new FeedPage(entries, from == end ? position : end);
    }

    /** Puts an event and the words that it names together. */
    static FeedEntry entry(Tables tables, EventRef event) {
        long position = tables.feed().order(event.tenant()).indexOf(event) + 1L;
        return entry(row(tables, event), event, position);
    }

    static TicketRow row(Tables tables, EventRef event) {
        return Objects.requireNonNull(tables.tickets().get(new Key<>(event.tenant(), event.ticket())));
    }

    private static FeedEntry entry(TicketRow row, EventRef ref, long position) {
        TicketEvent event = row.events().get((int) ref.version() - 1);
        Set<Long> named = NamedTexts.of(event);
        Map<Long, String> texts = new LinkedHashMap<>();
        Optional<String> author = Optional.empty();
        for (Revision revision : row.revisions()) {
            long number = revision.text().revision();
            if (!named.contains(number)) continue;
            texts.put(number, revision.text().value());
            if (event.entry().isPresent() && event.entry().get().revision() == number) author = revision.author();
        }
        return new FeedEntry(position, event, texts, author);
    }
}
