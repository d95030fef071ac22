package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AccountId;
import dev.ticketing.Link;
import dev.ticketing.LinkRef;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.spi.LinkResolver;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links to the host's objects. */
public interface LinkContract extends PortContract {

    /** An order that Ada's account owns. */
    LinkRef OWN = new LinkRef("order", "4711");

    /** An order of somebody else. */
    LinkRef FOREIGN = new LinkRef("order", "4712");

    @Test
    default void linksAndUnlinks() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().link(ticket, OWN);
        world.grace().link(ticket, OWN);
        world.grace().link(ticket, FOREIGN);

        assertThat(refs(world, ticket)).containsExactly(OWN, FOREIGN);
        world.grace().unlink(ticket, OWN);
        world.grace().unlink(ticket, OWN);
        assertThat(refs(world, ticket)).containsExactly(FOREIGN);
        assertThat(world.desk(ticket).version()).isEqualTo(4);
    }

    @Test
    default void showsTheObjectAsTheHostKnowsIt() {
        World world = world().with(settings -> settings.links(LinkContract::orders));
        TicketId ticket = world.open(World.draft().link("order", "4711"));

        Link link = world.portal(ticket).links().get(0);
        assertThat(link).isEqualTo(new Link(OWN, Optional.of("Order 4711"), Optional.of(Map.of("items", 2))));
        assertThat(world.desk(ticket).shared().links()).containsExactly(link);
    }

    @Test
    default void keepsTheNameOfAnObjectThatIsGone() {
        World world = world().with(settings -> settings.links(LinkContract::orders));
        TicketId ticket = world.open(World.draft().link("order", "4711"));
        World later = world.with(settings -> settings.links((tenant, owner, refs) -> Map.of()));

        assertThat(later.portal(ticket).links())
                .containsExactly(new Link(OWN, Optional.of("Order 4711"), Optional.empty()));
    }

    @Test
    default void refusesForeignAndMissingObjectsAlike() {
        World world = world().with(settings -> settings.links(LinkContract::orders));
        TicketId ticket = world.open();

        assertThat(violationsOf(() -> world.grace().link(ticket, FOREIGN))).containsExactly("links[0] UNKNOWN");
        assertThat(violationsOf(() -> world.open(World.draft()
                        .link("order", "4711")
                        .link("order", "4712")
                        .link("order", "none"))))
                .containsExactly("links[1] UNKNOWN", "links[2] UNKNOWN");
        assertThat(world.desk(ticket).version()).isEqualTo(1);
    }

    private static List<LinkRef> refs(World world, TicketId ticket) {
        return world.portal(ticket).links().stream().map(Link::ref).toList();
    }

    private static Map<LinkRef, LinkResolver.LinkedObject> orders(
            TenantId tenant, AccountId owner, Collection<LinkRef> refs) {
        Map<LinkRef, LinkResolver.LinkedObject> found = new LinkedHashMap<>();
        if (tenant.equals(TenantId.DEFAULT) && owner.equals(World.ADA.account()) && refs.contains(OWN))
            found.put(
                    OWN,
                    new LinkResolver.LinkedObject(OWN, Optional.of("Order 4711"), Optional.of(Map.of("items", 2))));
        return found;
    }
}
