package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.AgentId;
import dev.ticketing.AttachmentId;
import dev.ticketing.Audience;
import dev.ticketing.EntryId;
import dev.ticketing.ExternalId;
import dev.ticketing.Page;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.UploadId;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.DeliveryStore;
import dev.ticketing.spi.DeliveryStore.Lane;
import dev.ticketing.spi.Outcome;
import dev.ticketing.spi.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that can be asked of a storage.
 *
 * @param name what it asks, in words
 * @param ask asks it
 */
record Question(String name, Consumer<Storage> ask) {

    private static final Access DESK = new Access(TenantId.DEFAULT, Optional.empty(), Set.of(), Audience.DESK);
    private static final Access PORTAL =
            new Access(TenantId.DEFAULT, Optional.of(AccountId.of("analytical")), Set.of(), Audience.PORTAL);
    private static final Page.Cursor END =
            new Page.Cursor(Instant.parse("2100-01-01T00:00:00Z"), TicketId.of("tkt_zzz"));

    /** Everything about one ticket of Ada's account. */
    static List<Question> ofOneTicket(TicketId ticket) {
        return List.of(
                new Question("ticket by id, for the desk", reads -> reads.ticket(DESK, ticket, ThreadQuery.first())),
                new Question(
                        "ticket by id, for the portal", reads -> reads.ticket(PORTAL, ticket, ThreadQuery.after(1))),
                new Question("ticket by number", reads -> reads.ticket(DESK, new TicketNumber(1), ThreadQuery.none())),
                new Question(
                        "ticket by external id",
                        reads -> reads.ticket(DESK, new ExternalId("order-1"), ThreadQuery.none())),
                new Question("stamp by id, for the desk", reads -> reads.stamp(DESK, ticket)),
                new Question("stamp by number, for the portal", reads -> reads.stamp(PORTAL, new TicketNumber(1))),
                new Question("opening messages of a page", reads -> reads.openings(PORTAL, List.of(ticket))),
                new Question("one entry", reads -> reads.entry(DESK, ticket, EntryId.of("tmsg_1"))),
                new Question("one file", reads -> reads.attachment(PORTAL, ticket, AttachmentId.of("tatt_1"))),
                new Question("history, for the desk", reads -> reads.history(DESK, ticket, 0, 100)),
                new Question("history, for the portal", reads -> reads.history(PORTAL, ticket, 0, 100)));
    }

    /** Every kind of list, each after a place. */
    static List<Question> ofLists() {
        return ofLists(END);
    }

    static List<Question> ofLists(Page.Cursor place) {
        List<Question> lists = new ArrayList<>();
        for (Order order : Order.values()) {
            String by = " by " + order.name().toLowerCase(Locale.ROOT);
            TicketQuery query = TicketQuery.all().order(order).after(place);
            TicketQuery filtered = query.statuses(Set.of(StatusKey.OPEN, StatusKey.ANSWERED))
                    .priorities(Set.of(Priority.LOW, Priority.HIGH))
                    .categories(Set.of("billing", "general"));
            TicketQuery bens = query.assignee(AgentId.of("ben"));
            lists.add(list("tickets of an account" + by, PORTAL, query));
            lists.add(list(
                    "tickets of an account, filtered" + by, PORTAL, filtered.departments(Set.of("general", "vps"))));
            lists.add(list("tickets of all departments" + by, DESK, query));
            lists.add(list("tickets of all departments, filtered" + by, DESK, filtered));
            lists.add(list("tickets of one department" + by, DESK, query.departments(Set.of("general"))));
            lists.add(list("tickets of an agent" + by, DESK, bens));
            lists.add(list(
                    "tickets of an agent, filtered" + by,
                    DESK,
                    bens.departments(Set.of("general", "vps"))
                            .statuses(filtered.statuses())
                            .priorities(filtered.priorities())));
        }
        TicketQuery updated = TicketQuery.all().order(Order.UPDATED).after(place);
        lists.add(list("tickets of all departments by updated, as the portal sees them", DESK.asPortal(), updated));
        lists.add(list(
                "tickets of an agent by updated, as the portal sees them",
                DESK.asPortal(),
                updated.assignee(AgentId.of("ben"))));
        return lists;
    }

    static List<Question> ofCountsAndSearches(TicketId after) {
        TicketQuery words = TicketQuery.all().text("printer fire*");
        Page.Cursor place = new Page.Cursor(Instant.EPOCH, after);
        return List.of(
                new Question("counts of an account", reads -> reads.counts(PORTAL)),
                new Question("counts of all departments", reads -> reads.counts(DESK)),
                new Question(
                        "counts of two departments",
                        reads -> reads.counts(new Access(
                                TenantId.DEFAULT, Optional.empty(), Set.of("billing", "vps"), Audience.DESK))),
                list("search in an account", PORTAL, words),
                list("search at the desk", DESK, words),
                list("search at the desk for what requesters see", DESK.asPortal(), words),
                list(
                        "search at the desk, filtered, next page",
                        DESK,
                        words.statuses(Set.of(StatusKey.OPEN)).after(place)));
    }

    /** What writers look up, and what the sweep looks for. */
    static List<Question> ofWriters(TicketId ticket) {
        Outcome.Key key = new Outcome.Key(TenantId.DEFAULT, "agent:grace", "apply", "key");
        return List.of(
                new Question("outcome of a key", storage -> storage.write(stored -> stored.outcome(key))),
                new Question(
                        "one upload",
                        storage -> storage.write(stored -> stored.upload(TenantId.DEFAULT, UploadId.of("satt_1")))),
                new Question(
                        "uploads pinned to a ticket",
                        storage -> storage.write(
                                stored -> stored.pinnedUploads(TenantId.DEFAULT, ticket, "requester:ada"))),
                new Question("content of a file", storage -> {
                    keep(storage, "content");
                    storage.blobs().delete("content");
                }),
                new Question("sweep", storage -> storage.write(stored -> stored.sweep(Instant.EPOCH, Instant.EPOCH))));
    }

    /** What is read of the feed and of deliveries for one tenant; lists of all tenants and subscriptions are short. */
    static List<Question> ofFeed() {
        DeliveryStore.Key key = new DeliveryStore.Key(TenantId.DEFAULT, "indexer");
        Instant now = Instant.parse("2100-01-01T00:00:00Z");
        return List.of(
                new Question(
                        "events that wait for a position",
                        storage -> storage.feed().sequence(TenantId.DEFAULT, 100)),
                new Question("feed", storage -> storage.feed().after(DESK, 0, 3)),
                new Question("what a subscription finds", storage -> {
                    storage.deliveries().subscribe(key, 0);
                    storage.deliveries().fanOut(key, Audience.PORTAL, now, 3);
                }),
                new Question("what is delivered next", storage -> {
                    DeliveryStore store = storage.deliveries();
                    Lane lane = store.claim(key, "a", now, now).orElseThrow();
                    store.next(lane, Audience.DESK);
                    store.next(lane, Audience.PORTAL);
                    store.fail(lane, "a", "failure", now, true);
                }),
                new Question("what is parked", storage -> {
                    DeliveryStore store = storage.deliveries();
                    store.resume(
                            key,
                            Optional.of(store.parked(key, Optional.empty(), 3)
                                    .get(0)
                                    .ticket()),
                            now);
                    store.left(key);
                }));
    }

    private static void keep(Storage storage, String key) {
        try {
            storage.blobs().write(key, new ByteArrayInputStream(new byte[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Question list(String name, Access access, TicketQuery query) {
        return new Question(name, reads -> reads.page(access, query));
    }
}
