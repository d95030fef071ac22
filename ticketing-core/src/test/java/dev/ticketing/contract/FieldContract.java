package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.Priority;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Department, priority, category, subject and resolution. */
public interface FieldContract extends PortContract {

    @Test
    default void changesOneFieldAtATime() {
        World world = world();
        TicketId ticket = world.open();
        Desk desk = world.grace();

        assertThat(desk.transfer(ticket, "billing").department().slug()).isEqualTo("billing");
        assertThat(desk.prioritise(ticket, Priority.URGENT).priority()).isEqualTo(Priority.URGENT);
        assertThat(desk.categorise(ticket, "technical").category()).isEqualTo("technical");
        assertThat(desk.retitle(ticket, "Smoke").subject()).isEqualTo("Smoke");
        Ticket after = desk.apply(ticket, new Command.Conclude(Optional.of("Water.")));
        assertThat(after.resolution()).contains("Water.");
        assertThat(after.version()).isEqualTo(6);
        assertThat(after.shared().version()).isEqualTo(6);
        assertThat(desk.get(ticket)).isEqualTo(after);
    }

    @Test
    default void changesNothingByThePresentValues() {
        World world = world();
        TicketId ticket = world.open();
        Desk desk = world.grace();
        desk.transfer(ticket, "general");
        desk.prioritise(ticket, Priority.MEDIUM);
        desk.categorise(ticket, "general");
        desk.retitle(ticket, "Printer on fire");
        desk.apply(ticket, new Command.Conclude(Optional.empty()));

        assertThat(desk.get(ticket).version()).isEqualTo(1);
        assertThat(world.history(ticket)).hasSize(1);
    }

    @Test
    default void takesAResolutionBack() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().resolve(ticket, "Water.");

        Ticket after = world.grace().apply(ticket, new Command.Conclude(Optional.empty()));
        assertThat(after.resolution()).isEmpty();
        assertThat(after.shared().resolvedAt()).isPresent();
    }

    @Test
    default void refusesWhatTheDeskDoesNotHave() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(violationsOf(() -> world.grace().transfer(ticket, "sales"))).containsExactly("department UNKNOWN");
        assertThat(violationsOf(() -> world.grace().categorise(ticket, "fires")))
                .containsExactly("category INVALID");
        assertThat(violationsOf(() -> world.grace().retitle(ticket, ""))).containsExactly("subject REQUIRED");
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }
}
