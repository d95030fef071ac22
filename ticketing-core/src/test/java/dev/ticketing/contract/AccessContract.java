package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.Caller;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.EntryId;
import dev.ticketing.ExternalId;
import dev.ticketing.MessageDraft;
import dev.ticketing.Portal;
import dev.ticketing.Requester;
import dev.ticketing.TenantId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketNumber;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketQuery.Order;
import dev.ticketing.TicketRef;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** One access decision: lists, single reads and writes agree with {@link Access#permits}. */
public interface AccessContract extends PortContract {

    @Test
    default void listsExactlyWhatIsPermitted() {
        World world = world();
        Crowd.fill(world, 6, 90);
        List<TicketState> all = everything(world.storage());
        assertThat(all).hasSize(90);
        for (Caller caller : Crowd.callers()) {
            Access access = Access.of(caller);
            for (Access decision : List.of(access, access.asPortal()))
                for (Order order : Order.values())
                    assertThat(walk(
                                    world.storage(),
                                    decision,
                                    TicketQuery.all().order(order).limit(7)))
                            .as("%s %s", decision, order)
                            .containsExactlyInAnyOrderElementsOf(
                                    all.stream().filter(decision::permits).toList());
        }
    }

    @Test
    default void readsExactlyWhatIsPermitted() {
        World world = world();
        Crowd.fill(world, 7, 40);
        List<TicketState> all = everything(world.storage());
        for (Caller caller : Crowd.callers())
            for (TicketState ticket : all) {
                Access access = Access.of(caller);
                boolean permitted = access.permits(ticket);
                assertThat(world.storage()
                                .ticket(access, ticket.id(), ThreadQuery.none())
                                .isPresent())
                        .as("%s %s", access, ticket)
                        .isEqualTo(permitted);
                assertThat(world.storage().history(access, ticket.id(), 0, 1).isPresent())
                        .isEqualTo(permitted);
                TicketRef number = new TicketNumber(ticket.get(TicketField.NUMBER));
                assertThat(world.storage()
                                .ticket(access, number, ThreadQuery.none())
                                .filter(found -> found.state().id().equals(ticket.id()))
                                .isPresent())
                        .isEqualTo(permitted);
            }
    }

    private static List<TicketState> everything(Reads reads) {
        return Stream.of(TenantId.DEFAULT, Crowd.ELSEWHERE)
                .flatMap(tenant -> walk(reads, Access.of(Agent.of("all").tenant(tenant)), TicketQuery.all()).stream())
                .toList();
    }

    private static List<TicketState> walk(Reads reads, Access access, TicketQuery query) {
        return Pages.all(query, part -> reads.page(access, part));
    }

    @Test
    default void sharesTicketsWithinAnAccountOnly() {
        World world = world();
        TicketId ticket = world.open();

        assertThat(world.charles().get(ticket)).isEqualTo(world.portal(ticket));
        world.charles().reply(ticket, "Me too.");
        assertThat(world.bob().find(ticket)).isEmpty();
    }

    @Test
    default void answersForeignLikeMissing() {
        World world = world();
        TicketId foreign = world.open(World.draft().externalId("shop-1"));
        TicketRef number = new TicketNumber(world.portal(foreign).number());
        for (TicketRef ref : List.of(foreign, number, new ExternalId("shop-1"))) {
            portalActs(world.bob(), ref).forEach(AccessContract::assertNotFound);
            deskActs(world.ben(), ref).forEach(AccessContract::assertNotFound);
        }
        for (TicketRef ref : List.of(TicketId.of("tkt_none"), new TicketNumber(0), new ExternalId("none"))) {
            portalActs(world.bob(), ref).forEach(AccessContract::assertNotFound);
            deskActs(world.ben(), ref).forEach(AccessContract::assertNotFound);
        }
        assertThat(world.desk(foreign).version()).isEqualTo(1);
    }

    private static List<ThrowingCallable> portalActs(Portal portal, TicketRef ref) {
        return List.of(
                () -> portal.get(ref),
                () -> portal.thread(ref, ThreadQuery.first()),
                () -> portal.reply(ref, "x"),
                () -> portal.close(ref),
                () -> portal.reopen(ref),
                () -> portal.apply(ref),
                () -> portal.reply(ref, ""));
    }

    private static List<ThrowingCallable> deskActs(Desk desk, TicketRef ref) {
        return List.of(
                () -> desk.get(ref),
                () -> desk.thread(ref, ThreadQuery.first()),
                () -> desk.history(ref, 0),
                () -> desk.reply(ref, "x"),
                () -> desk.note(ref, MessageDraft.of("x")),
                () -> desk.edit(ref, EntryId.of("tmsg_none"), "x"),
                () -> desk.take(ref),
                () -> desk.apply(ref, new Command.EditOpening("x")),
                () -> desk.transfer(ref, "billing"),
                () -> desk.retitle(ref, ""));
    }

    private static void assertNotFound(ThrowingCallable act) {
        NotFoundException missing = NotFoundException.ticket();
        assertThatThrownBy(act).isInstanceOf(NotFoundException.class).hasMessage(missing.getMessage());
    }

    @Test
    default void comparesIdsExactly() {
        World world = world();
        TicketId ticket = world.open(World.draft().externalId("Shop-1"));
        String upper = ticket.value().toUpperCase(Locale.ROOT);

        for (String twin : List.of(upper, ticket.value() + " ", " " + ticket.value(), "%", "tkt_%"))
            assertThat(world.grace().find(TicketId.of(twin))).as(twin).isEmpty();
        for (String twin : List.of("shop-1", "SHOP-1", "Shop-1 ", "Shop_1", "Shóp-1", "Shop%"))
            assertThat(world.grace().find(TicketRef.externalId(twin))).as(twin).isEmpty();
        world.open(World.draft().externalId("shop-1"));
        world.open(World.draft().externalId("Shop-1 "));
        assertThat(world.desk(TicketRef.externalId("Shop-1")).id()).isEqualTo(ticket);
    }

    @Test
    default void keepsCallersApartWhoseIdsDifferInCaseOrSpaces() {
        World world = world();
        TicketId ticket = world.bob().open(World.draft()).id();
        for (String twin : List.of("Bob", "BOB", "bob ", " bob", "böb"))
            assertThat(codeOf(() -> world.ticketing().portal(Requester.of(twin)).get(ticket)))
                    .as(twin)
                    .isEqualTo(ErrorCode.TICKET_NOT_FOUND);
    }

    @Test
    default void losesSightOfATicketThatIsTransferredAway() {
        World world = world();
        TicketId ticket = world.open(World.draft().department("billing"));
        world.ben().transfer(ticket, "vps");

        assertThat(world.ben().find(ticket)).isEmpty();
        assertThat(world.ben().counts().total()).isZero();
        assertThat(world.grace().find(ticket)).isPresent();
    }
}
