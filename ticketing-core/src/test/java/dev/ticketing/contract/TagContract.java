package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.PortalTicket;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public and internal tags. */
public interface TagContract extends PortContract {

    @Test
    default void keepsTagsInTheOrderOfTheirAdding() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().tag(ticket, "b", "a");
        world.grace().tag(ticket, "c", "b");

        assertThat(world.grace().untag(ticket, "a", "none").tags()).containsExactly("b", "c");
        assertThat(world.grace().untag(ticket, "b", "c").tags()).isEmpty();
        assertThat(world.desk(ticket).version()).isEqualTo(5);
    }

    @Test
    default void changesNothingWhenTheTagsAreAsWanted() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().tag(ticket, "a", "b");
        world.grace().tag(ticket, "b");
        world.grace().untag(ticket, "c");
        world.grace().apply(ticket, new Command.Retag(List.of("a", "b")));

        assertThat(world.desk(ticket).version()).isEqualTo(2);
    }

    @Test
    default void replacesPublicTagsOnly() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().tag(ticket, "a", "b");
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("vip")));
        Ticket after = world.grace().apply(ticket, new Command.Retag(List.of("c", "b", "c")));

        assertThat(after.tags()).containsExactly("c", "b");
        assertThat(after.internalTags()).containsExactly("vip");
    }

    @Test
    default void keepsInternalTagsFromRequesters() {
        World world = world();
        TicketId ticket = world.open();
        PortalTicket before = world.portal(ticket);
        world.tick();
        world.grace().apply(ticket, new Command.Tag(Audience.DESK, List.of("vip", "rude")));
        Ticket after = world.grace().apply(ticket, new Command.Untag(Audience.DESK, List.of("rude")));

        assertThat(after.internalTags()).containsExactly("vip");
        assertThat(after.version()).isEqualTo(3);
        assertThat(world.portal(ticket)).isEqualTo(before);
        assertThat(world.history(ticket).stream().map(TicketEvent::audience))
                .containsExactly(Audience.PORTAL, Audience.DESK, Audience.DESK);
    }
}
