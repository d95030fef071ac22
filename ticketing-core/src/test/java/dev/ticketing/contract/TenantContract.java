package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Desk;
import dev.ticketing.Portal;
import dev.ticketing.PortalTicket;
import dev.ticketing.TenantId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.Ticketing;
import dev.ticketing.error.ErrorCode;
import org.junit.jupiter.api.Test;

/** Tenants that know nothing of each other. */
public interface TenantContract extends PortContract {

    /** Another tenant than the default one. */
    TenantId OTHER = TenantId.of("other");

    @Test
    default void keepsTenantsApart() {
        World world = world();
        Ticketing other = world.ticketing().tenant(OTHER);
        PortalTicket here = world.ada().open(World.draft().externalId("shop-1"));
        PortalTicket there = other.portal(World.ADA).open(World.draft().externalId("shop-1"));
        Desk desk = other.desk(World.GRACE);

        assertThat(desk.get(TicketRef.externalId("shop-1")).id()).isEqualTo(there.id());
        assertThat(desk.get(TicketRef.number(there.number())).id()).isEqualTo(there.id());
        assertThat(desk.find(here.id())).isEmpty();
        assertThat(world.grace().find(there.id())).isEmpty();
        assertThat(codeOf(() -> desk.tag(here.id(), "a"))).isEqualTo(ErrorCode.TICKET_NOT_FOUND);
        assertThat(desk.search(TicketQuery.all()).items()).hasSize(1);
        assertThat(desk.search(TicketQuery.all().text("printer")).items()).hasSize(1);
        assertThat(desk.counts().total()).isEqualTo(1);
    }

    @Test
    default void putsEveryCallerIntoTheTenantOfTheDoor() {
        World world = world();
        Portal portal = world.ticketing().tenant(OTHER).portal(World.ADA.tenant(TenantId.of("third")));
        PortalTicket ticket = portal.open(World.draft());

        assertThat(world.ticketing().desk(World.GRACE.tenant(OTHER)).find(ticket.id()))
                .isPresent();
        assertThat(world.ticketing()
                        .desk(World.GRACE.tenant(TenantId.of("third")))
                        .find(ticket.id()))
                .isEmpty();
        assertThat(world.grace().find(ticket.id())).isEmpty();
    }

    @Test
    default void opensInTheTenantOfTheStaffWhoOpen() {
        World world = world();
        Desk desk = world.ticketing().tenant(OTHER).desk(World.GRACE);
        desk.open(World.ADA, World.draft());

        assertThat(desk.counts().total()).isEqualTo(1);
        assertThat(world.grace().counts().total()).isZero();
    }
}
