package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import org.junit.jupiter.api.Test;

/** Addresses that get copies. */
public interface CopyContract extends PortContract {

    @Test
    default void addsAndRemovesAddresses() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().cc(ticket, "bob@example.org", "eve@example.org");
        world.grace().uncc(ticket, "bob@example.org");
        Ticket after = world.grace().uncc(ticket, "nobody@example.org");

        assertThat(after.shared().cc()).containsExactly("eve@example.org");
        assertThat(after.version()).isEqualTo(3);
        assertThat(world.grace().uncc(ticket, "eve@example.org").shared().cc()).isEmpty();
    }

    @Test
    default void keepsOneOfTwoThatDifferInCaseOnly() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().cc(ticket, "Bob@example.org", "bob@EXAMPLE.org");

        assertThat(world.portal(ticket).cc()).containsExactly("Bob@example.org");
        assertThat(world.grace().uncc(ticket, "BOB@example.org").shared().cc()).isEmpty();
    }

    @Test
    default void refusesWhatIsNoAddress() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(violationsOf(() -> world.grace()
                        .cc(
                                ticket,
                                "bob@example.org",
                                "bob",
                                "",
                                "a@b\r\nBcc: c@d",
                                "a@b, c@d",
                                "Bob <bob@example.org>")))
                .containsExactly("cc[1] INVALID", "cc[2] REQUIRED", "cc[3] INVALID", "cc[4] INVALID", "cc[5] INVALID");
        assertThat(world.portal(ticket).cc()).isEmpty();
    }
}
