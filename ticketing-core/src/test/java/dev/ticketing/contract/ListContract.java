package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AgentId;
import dev.ticketing.Page;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Lists: filters, orders, pages by place and by number. */
public interface ListContract extends PortContract {

    @Test
    default void givesEachTicketOnceInEachOrder() {
        World world = world();
        Crowd.fill(world, 1, 60);
        List<Ticket> all = walk(world, TicketQuery.all().limit(100));
        for (Order order : Order.values()) {
            List<TicketId> expected = all.stream()
                    .sorted(newestFirst(time(order)))
                    .map(Ticket::id)
                    .toList();
            for (int limit : new int[] {1, 7, 59, 100})
                assertThat(ids(walk(world, TicketQuery.all().order(order).limit(limit))))
                        .as(order + " by " + limit)
                        .isEqualTo(expected);
        }
    }

    @Test
    default void ordersByWhatTheReadersSideMayKnow() {
        World world = world();
        TicketId first = world.open();
        world.tick();
        TicketId second = world.open();
        world.tick();
        world.grace().note(first, "Hm.");
        TicketQuery query = TicketQuery.all().order(Order.UPDATED);

        assertThat(ids(world.grace().search(query).items())).containsExactly(first, second);
        assertThat(world.ada().search(query).items().stream().map(ticket -> ticket.id()))
                .containsExactly(second, first);
        assertThat(world.grace().asPortal().search(query).items().stream().map(ticket -> ticket.id()))
                .containsExactly(second, first);
    }

    @Test
    default void bringsOpeningMessagesWhenAskedFor() {
        World world = world();
        Crowd.fill(world, 4, 20);
        TicketQuery query = TicketQuery.all().limit(100);

        assertThat(world.grace().search(query).items())
                .isNotEmpty()
                .allMatch(ticket -> ticket.shared().opening().isEmpty());
        for (Ticket ticket : world.grace().search(query.withOpenings()).items())
            assertThat(ticket.shared().opening().orElseThrow().text())
                    .isEqualTo(world.grace()
                            .get(ticket.id())
                            .shared()
                            .opening()
                            .orElseThrow()
                            .text());
        assertThat(world.ada().search(query.withOpenings()).items())
                .allMatch(ticket -> ticket.opening().isPresent());
    }

    @Test
    default void pagesByNumber() {
        World world = world();
        Crowd.fill(world, 2, 40);
        for (Order order : Order.values()) {
            TicketQuery query = TicketQuery.all().order(order);
            List<TicketId> all = ids(walk(world, query.limit(100)));
            for (int skip : new int[] {0, 1, 9, all.size() - 1, all.size(), all.size() + 5}) {
                Page<Ticket> page = world.grace().search(query.limit(5).skip(skip));
                int from = Math.min(skip, all.size());
                int to = Math.min(skip + 5, all.size());
                assertThat(ids(page.items())).as(order + " from " + skip).isEqualTo(all.subList(from, to));
                assertThat(page.next().isPresent()).as(order + " from " + skip).isEqualTo(to < all.size());
            }
        }
    }

    @Test
    default void goesOnAfterASkippedPage() {
        World world = world();
        Crowd.fill(world, 2, 40);
        List<TicketId> all = ids(walk(world, TicketQuery.all().limit(100)));
        Page.Cursor place =
                world.grace().search(TicketQuery.all().limit(5).skip(10)).next().orElseThrow();

        assertThat(ids(world.grace()
                        .search(TicketQuery.all().limit(5).after(place))
                        .items()))
                .isEqualTo(all.subList(15, 20));
        assertThat(ids(world.grace()
                        .search(TicketQuery.all().limit(5).after(place).skip(2))
                        .items()))
                .isEqualTo(all.subList(17, 22));
    }

    @Test
    default void filtersBySeveralValuesOfSeveralFields() {
        World world = world();
        Crowd.fill(world, 3, 120);
        List<Ticket> all = walk(world, TicketQuery.all().limit(100));
        Set<StatusKey> statuses = Set.of(StatusKey.OPEN, StatusKey.ANSWERED, StatusKey.CUSTOMER_REPLY);
        Set<Priority> priorities = Set.of(Priority.LOW, Priority.HIGH, Priority.CRITICAL);
        Set<String> categories = Set.of("billing", "technical");
        Set<String> departments = Set.of("general", "vps");
        AgentId ben = AgentId.of("ben");
        TicketQuery query = TicketQuery.all();

        assertFilters(
                world,
                all,
                query.statuses(statuses),
                t -> statuses.contains(t.status().key()));
        assertFilters(world, all, query.priorities(priorities), t -> priorities.contains(t.priority()));
        assertFilters(world, all, query.categories(categories), t -> categories.contains(t.category()));
        assertFilters(
                world,
                all,
                query.departments(departments),
                t -> departments.contains(t.department().slug()));
        assertFilters(world, all, query.assignee(ben), t -> t.assignee().equals(Optional.of(ben)));
        assertFilters(
                world,
                all,
                query.statuses(statuses)
                        .priorities(priorities)
                        .categories(categories)
                        .departments(departments),
                t -> statuses.contains(t.status().key())
                        && priorities.contains(t.priority())
                        && categories.contains(t.category())
                        && departments.contains(t.department().slug()));
        assertFilters(
                world,
                all,
                query.assignee(ben).statuses(statuses).departments(departments),
                t -> t.assignee().equals(Optional.of(ben))
                        && statuses.contains(t.status().key())
                        && departments.contains(t.department().slug()));
    }

    private static void assertFilters(World world, List<Ticket> all, TicketQuery query, Predicate<Ticket> wanted) {
        for (Order order : Order.values()) {
            List<TicketId> expected = all.stream()
                    .filter(wanted)
                    .sorted(newestFirst(time(order)))
                    .map(Ticket::id)
                    .toList();
            assertThat(expected).as("the test has something to find").isNotEmpty();
            assertThat(ids(walk(world, query.order(order).limit(3))))
                    .as(query.toString())
                    .isEqualTo(expected);
            assertThat(ids(walk(world, query.order(order).limit(100)))).isEqualTo(expected);
        }
    }

    @Test
    default void findsNothingForValuesThatNoTicketHas() {
        World world = world();
        world.open();

        assertThat(world.grace()
                        .search(TicketQuery.all().assignee(AgentId.of("nobody")))
                        .items())
                .isEmpty();
        assertThat(world.grace()
                        .search(TicketQuery.all().departments(Set.of("GENERAL")))
                        .items())
                .isEmpty();
        assertThat(world.grace()
                        .search(TicketQuery.all().categories(Set.of("general ")))
                        .items())
                .isEmpty();
        assertThat(world.ben()
                        .search(TicketQuery.all().departments(Set.of("general")))
                        .items())
                .isEmpty();
    }

    @Test
    default void leavesOpeningMessagesOutOfLists() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(world.ada().search(TicketQuery.all()).items().get(0).opening())
                .isEmpty();
        assertThat(world.grace()
                        .search(TicketQuery.all())
                        .items()
                        .get(0)
                        .shared()
                        .opening())
                .isEmpty();
        assertThat(world.portal(ticket).opening()).isPresent();
    }

    private static List<Ticket> walk(World world, TicketQuery query) {
        return Pages.all(query, world.grace()::search);
    }

    private static List<TicketId> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::id).toList();
    }

    private static Function<Ticket, Instant> time(Order order) {
        return switch (order) {
            case CREATED -> ticket -> ticket.shared().createdAt();
            case LAST_MESSAGE -> ticket -> ticket.shared().lastMessageAt();
            case UPDATED -> Ticket::updatedAt;
        };
    }

    /** Equal times are ordered by the id, the greater one first. */
    private static Comparator<Ticket> newestFirst(Function<Ticket, Instant> time) {
        return Comparator.comparing(time)
                .thenComparing(ticket -> ticket.id().value())
                .reversed();
    }
}
