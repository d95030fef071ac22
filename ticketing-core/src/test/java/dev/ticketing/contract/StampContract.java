package dev.ticketing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Answer;
import dev.ticketing.Caller;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.ExternalId;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalTicket;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketStamp;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.StoredTicket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stamp says which state a ticket is in: the same decision and the same values as a read, and no change without another one. */
public interface StampContract extends PortContract {

    /** How many histories are tried. */
    int HISTORIES = 4;

    /** How many acts a history has. */
    int STEPS = 60;

    @Test
    default void stampsExactlyWhatIsPermitted() {
        World world = world();
        List<TicketId> all = Crowd.fill(world, 8, 40);
        assertThat(all).hasSize(40);
        for (Caller caller : Crowd.callers())
            for (TicketId ticket : all)
                for (Access access :
                        List.of(Access.of(caller), Access.of(caller).asPortal())) {
                    Optional<Reads.Stamp> expected = world.storage()
                            .ticket(access, ticket, ThreadQuery.none())
                            .map(StoredTicket::state)
                            .map(state -> Reads.Stamp.of(state, access.audience()));
                    assertThat(world.storage().stamp(access, ticket))
                            .as("%s %s", access, ticket)
                            .isEqualTo(expected);
                }
    }

    @Test
    default void stampsATicketHoweverItIsNamed() {
        World world = world();
        TicketId id = world.open(World.draft().externalId("order-7"));
        world.tick();
        world.grace().note(id, "Only staff learn of this.");
        Ticket ticket = world.desk(id);
        List<TicketRef> names = List.of(id, new TicketNumber(ticket.number()), new ExternalId("order-7"));
        for (TicketRef name : names) {
            TicketStamp desk = world.grace().stamp(name);
            assertThat(desk.id()).isEqualTo(id);
            assertThat(desk.version()).isEqualTo(ticket.version());
            assertThat(desk.updatedAt()).isEqualTo(ticket.updatedAt());
            PortalTicket shared = ticket.shared();
            for (PortalReads reads : List.of(world.ada(), world.grace().asPortal())) {
                TicketStamp portal = reads.stamp(name);
                assertThat(portal.id()).isEqualTo(id);
                assertThat(portal.version()).isEqualTo(shared.version()).isLessThan(desk.version());
                assertThat(portal.updatedAt()).isEqualTo(shared.updatedAt()).isBefore(desk.updatedAt());
            }
        }
    }

    @Test
    default void changesTheStampWhateverChanges() {
        for (long seed = 11; seed < 11 + HISTORIES; seed++) {
            World world = world();
            RandomHistory history = new RandomHistory(world, seed);
            Map<TicketStamp, String> desk = new HashMap<>();
            Map<TicketStamp, String> portal = new HashMap<>();
            for (int i = 0; i < STEPS; i++) {
                if (i % 3 == 0 && !history.tickets().isEmpty()) history.keepSecret();
                else history.act();
                for (TicketId ticket : history.tickets()) {
                    sameUnderOneStamp(desk, world.grace(), ticket);
                    sameUnderOneStamp(portal, world.grace().asPortal(), ticket);
                }
            }
            assertThat(desk).hasSizeGreaterThan(STEPS / 2);
            assertThat(portal).hasSizeBetween(STEPS / 4, desk.size() - 1);
        }
    }

    private static void sameUnderOneStamp(Map<TicketStamp, String> seen, Desk reads, TicketId ticket) {
        // what a ticket's row says of its reader depends on the reader alone, who is the same here
        String now = reads.thread(ticket, ThreadQuery.whole()).toString();
        assertThat(now).isEqualTo(seen.computeIfAbsent(reads.stamp(ticket), stamp -> now));
    }

    private static void sameUnderOneStamp(Map<TicketStamp, String> seen, PortalReads reads, TicketId ticket) {
        String now = reads.thread(ticket, ThreadQuery.whole()).toString();
        assertThat(now).isEqualTo(seen.computeIfAbsent(reads.stamp(ticket), stamp -> now));
    }

    @Test
    default void saysThatACommandIsNotCommittedYet() {
        World world = world();
        TicketId ticket = world.open();
        List<TicketStamp> inside = new ArrayList<>();
        Answer<DeskReads> answer = new Answer<>((id, entries, reads) -> {
            inside.add(reads.stamp(id));
            inside.add(reads.asPortal().stamp(id));
            return new byte[0];
        });
        world.grace().answering(answer).reply(ticket, "On its way.");
        assertThat(inside).hasSize(2).noneMatch(TicketStamp::committed);
        // what is written into a host's transaction is committed when the host says so
        boolean own = world.storage().attempts() > 1;
        assertThat(world.grace().stamp(ticket).committed()).isEqualTo(own);
        assertThat(world.ada().stamp(ticket).committed()).isEqualTo(own);
    }
}
