package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Portal;
import dev.ticketing.PortalReads;
import dev.ticketing.TicketId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Non-interference: two histories that are equal but for what staff keep to themselves are the same to every requester, in
 * every answer, list, order, count and search.
 */
public interface VisibilityContract extends PortContract {

    /** How many pairs of histories are tried. */
    int PAIRS = 6;

    /** How many public acts a history has. */
    int ACTS = 80;

    @Test
    default void showsRequestersNothingOfWhatStaffKeepToThemselves() {
        for (long seed = 1; seed <= PAIRS; seed++) {
            World plain = world();
            RandomHistory expected = new RandomHistory(plain, seed);
            for (int i = 0; i < ACTS; i++) expected.act();
            World busy = world();
            RandomHistory actual = new RandomHistory(busy, seed);
            Random when = new Random(seed);
            for (int i = 0; i < ACTS; i++) {
                for (int secrets = when.nextInt(3); secrets > 0; secrets--) actual.keepSecret();
                actual.act();
            }
            actual.keepSecret();

            assertThat(notes(busy, actual.tickets()))
                    .as("the test keeps secrets")
                    .isGreaterThan(10);
            assertThat(actual.answers()).as("answers, seed " + seed).isEqualTo(expected.answers());
            assertSameTo(plain.ada(), busy.ada(), expected, actual);
            assertSameTo(plain.charles(), busy.charles(), expected, actual);
            assertSameTo(plain.bob(), busy.bob(), expected, actual);
            assertSameTo(plain.grace().asPortal(), busy.grace().asPortal(), expected, actual);
        }
    }

    private static void assertSameTo(
            PortalReads plain, PortalReads busy, RandomHistory expected, RandomHistory actual) {
        String view = PortalView.of(busy, actual.tickets());
        assertThat(view).doesNotContain("secret");
        assertThat(view).isEqualTo(PortalView.of(plain, expected.tickets()));
    }

    private static long notes(World world, List<TicketId> tickets) {
        return tickets.stream()
                .mapToLong(ticket -> world.desk(ticket).noteCount())
                .sum();
    }

    @Test
    default void tellsARequestersViewsApart() {
        World world = world();
        TicketId ticket = world.open();
        Portal ada = world.ada();
        String before = PortalView.of(ada, List.of(ticket));
        world.tick();
        world.grace().note(ticket, "secret");

        assertThat(PortalView.of(ada, List.of(ticket))).isEqualTo(before);
        assertThat(world.desk(ticket).noteCount()).isEqualTo(1);
        world.grace().reply(ticket, "secret");
        assertThat(PortalView.of(ada, List.of(ticket))).isNotEqualTo(before);
    }
}
