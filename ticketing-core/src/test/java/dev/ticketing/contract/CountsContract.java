package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Counts;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Counts of what a caller may see. */
public interface CountsContract extends PortContract {

    @Test
    default void countsByStatusPriorityAndCategory() {
        World world = world();
        world.open();
        world.open(World.draft().priority(Priority.HIGH).category("billing"));
        TicketId closed = world.open();
        world.ada().close(closed);
        Counts counts = world.ada().counts();

        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.byStatus()).isEqualTo(Map.of("open", 2L, "closed", 1L));
        assertThat(counts.total(row -> row.priority() == Priority.HIGH)).isEqualTo(1);
        assertThat(counts.total(row -> row.category().equals("billing"))).isEqualTo(1);
        assertThat(counts.rows()).allMatch(row -> row.tickets() > 0);
    }

    @Test
    default void countsNothingInAnEmptyDesk() {
        World world = world();

        assertThat(world.grace().counts().rows()).isEmpty();
        assertThat(world.ada().counts().total()).isZero();
    }

    @Test
    default void followsEveryMove() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().prioritise(ticket, Priority.LOW);
        world.grace().categorise(ticket, "technical");
        world.grace().move(ticket, StatusKey.PENDING);
        world.grace().transfer(ticket, "billing");
        for (Counts counts : List.of(
                world.grace().counts(), world.ben().counts(), world.ada().counts())) {
            assertThat(counts.rows()).hasSize(1);
            Counts.Row row = counts.rows().get(0);
            assertThat(row.status().key()).isEqualTo(StatusKey.PENDING);
            assertThat(row.priority()).isEqualTo(Priority.LOW);
            assertThat(row.category()).isEqualTo("technical");
            assertThat(row.tickets()).isEqualTo(1);
        }
        world.grace().transfer(ticket, "vps");
        assertThat(world.ben().counts().rows()).isEmpty();
    }

    @Test
    default void countsWhatListsHave() {
        World world = world();
        Crowd.fill(world, 4, 80);
        for (Caller caller : Crowd.callers()) {
            Counts counts = caller instanceof Requester requester
                    ? world.ticketing().portal(requester).counts()
                    : world.ticketing().desk((Agent) caller).counts();
            assertThat(counts.total()).as("%s", caller).isEqualTo(listed(world, caller, TicketQuery.all()));
            for (Counts.Row row : counts.rows()) {
                TicketQuery query = TicketQuery.all()
                        .statuses(Set.of(row.status().key()))
                        .priorities(Set.of(row.priority()))
                        .categories(Set.of(row.category()));
                assertThat(row.tickets()).as("%s %s", caller, row).isEqualTo(listed(world, caller, query));
            }
        }
    }

    private static long listed(World world, Caller caller, TicketQuery query) {
        List<TicketState> page =
                world.storage().page(Access.of(caller), query.limit(100)).items();
        assertThat(page).as("one page has them all").hasSizeLessThan(100);
        return page.size();
    }
}
