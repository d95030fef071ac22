package dev.ticketing.memory;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.spi.DeliveryStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the feed and deliveries know beside the tickets. Rows are immutable, so a copy of the lists and maps is a copy of
 * everything.
 *
 * @param waiting committed events without a position, in the order of their writing
 * @param order the events of each tenant in the order of their positions, the first one at 1; each list is immutable
 * @param positions up to where the feed was looked through for each subscription
 * @param lanes what is left to deliver, by subscription and ticket
 */
record FeedRows(
        List<EventRef> waiting,
        Map<TenantId, List<EventRef>> order,
        Map<DeliveryStore.Key, Long> positions,
        Map<LaneRow.Name, LaneRow> lanes) {

    /** An event by its place in its ticket. */
    record EventRef(TenantId tenant, TicketId ticket, long version) {}

    static FeedRows empty() {
        return new FeedRows(List.of(), Map.of(), Map.of(), Map.of()).copy();
    }

    FeedRows copy() {
        return new FeedRows(
                new ArrayList<>(waiting), new HashMap<>(order), new HashMap<>(positions), new HashMap<>(lanes));
    }

    List<EventRef> order(TenantId tenant) {
        return order.getOrDefault(tenant, List.of());
    }
}
