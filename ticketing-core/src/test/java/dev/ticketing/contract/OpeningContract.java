package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.Contact;
import dev.ticketing.LinkRef;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketRef;
import dev.ticketing.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Opening a ticket. */
public interface OpeningContract extends PortContract {

    @Test
    default void opensWithTheDefaults() {
        PortalTicket ticket = world().ada().open(World.draft());

        assertThat(ticket.id().value()).matches("tkt_[0-9a-hjkmnp-tv-z]{26}");
        assertThat(ticket.subject()).isEqualTo("Printer on fire");
        assertThat(ticket.status().key()).isEqualTo(StatusKey.OPEN);
        assertThat(ticket.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(ticket.category()).isEqualTo("general");
        assertThat(ticket.department().slug()).isEqualTo("general");
        assertThat(ticket.requester())
                .isEqualTo(new Contact(
                        World.ADA.id(),
                        World.ADA.account(),
                        Optional.of("Ada Lovelace"),
                        Optional.of("ada@example.org")));
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.seq()).isEqualTo(1);
        assertThat(ticket.messageCount()).isEqualTo(1);
        assertThat(List.of(ticket.createdAt(), ticket.updatedAt(), ticket.lastMessageAt()))
                .containsOnly(World.START);
        assertThat(ticket.tags()).isEmpty();
        assertThat(ticket.cc()).isEmpty();
        assertThat(ticket.links()).isEmpty();
        assertThat(ticket.assignee()).isEmpty();
        assertThat(ticket.resolvedAt()).isEmpty();
        assertThat(ticket.closedAt()).isEmpty();
        assertThat(ticket.reopenedCount()).isZero();
    }

    @Test
    default void keepsEverythingOfTheDraft() {
        World world = world();
        PortalTicket ticket = world.ada()
                .open(World.draft()
                        .priority(Priority.CRITICAL)
                        .criticalReason("The shop is down.")
                        .category("billing")
                        .department("vps")
                        .channel("email")
                        .externalId("case/4711")
                        .tag("order")
                        .tag("Fire")
                        .cc("bob@example.org")
                        .cc("eve@example.org")
                        .link("order", "4711")
                        .link("vps", "vps_1"));

        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(ticket.criticalReason()).contains("The shop is down.");
        assertThat(ticket.category()).isEqualTo("billing");
        assertThat(ticket.department().displayName()).isEqualTo("Servers");
        assertThat(ticket.tags()).containsExactly("order", "Fire");
        assertThat(ticket.cc()).containsExactly("bob@example.org", "eve@example.org");
        assertThat(ticket.links().stream().map(link -> link.ref()))
                .containsExactly(new LinkRef("order", "4711"), new LinkRef("vps", "vps_1"));
        Ticket seen = world.desk(ticket.id());
        assertThat(seen.channel()).isEqualTo("email");
        assertThat(seen.externalId().orElseThrow().value()).isEqualTo("case/4711");
        assertThat(world.portal(ticket.id())).isEqualTo(ticket);
    }

    @Test
    default void beginsTheConversationWithTheOpeningMessage() {
        World world = world();
        PortalTicket ticket = world.ada().open(World.draft());

        PortalMessage opening = ticket.opening().orElseThrow();
        assertThat(opening.id().value()).matches("tmsg_[0-9a-hjkmnp-tv-z]{26}");
        assertThat(opening.seq()).isEqualTo(1);
        assertThat(opening.text()).isEqualTo("It burns since noon.");
        assertThat(opening.at()).isEqualTo(World.START);
        assertThat(opening.author()).isEqualTo(new Author("ada", Optional.of("Ada Lovelace"), AuthorKind.REQUESTER));
        assertThat(opening.encrypted()).isFalse();
        assertThat(opening.system()).isFalse();
    }

    @Test
    default void numbersTicketsWithoutRepeating() {
        World world = world();
        List<Long> numbers = List.of(number(world), number(world), number(world));

        assertThat(numbers).doesNotHaveDuplicates().isSorted().allMatch(number -> number > 0);
    }

    private static long number(World world) {
        return world.ada().open(World.draft()).number();
    }

    @Test
    default void findsATicketByIdNumberAndExternalId() {
        World world = world();
        world.open();
        PortalTicket ticket = world.ada().open(World.draft().externalId("shop-1"));
        world.open();

        assertThat(world.portal(TicketRef.number(ticket.number())).id()).isEqualTo(ticket.id());
        assertThat(world.portal(TicketRef.externalId("shop-1")).id()).isEqualTo(ticket.id());
        assertThat(world.desk(TicketRef.number(ticket.number())).id()).isEqualTo(ticket.id());
        assertThat(world.desk(TicketRef.externalId("shop-1")).id()).isEqualTo(ticket.id());
    }

    @Test
    default void refusesAnExternalIdThatAnotherTicketHas() {
        World world = world();
        world.open(World.draft().externalId("shop-1"));

        assertThat(codeOf(() -> world.open(World.draft().externalId("shop-1")))).isEqualTo(ErrorCode.ALREADY_TAKEN);
        assertThat(codeOf(() -> world.bob().open(World.draft().externalId("shop-1"))))
                .isEqualTo(ErrorCode.ALREADY_TAKEN);
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    @Test
    default void opensForARequesterWhomStaffName() {
        World world = world();
        Ticket ticket = world.grace().open(World.ADA, World.draft());

        assertThat(ticket.requester().account()).isEqualTo(World.ADA.account());
        assertThat(world.portal(ticket.id()).requester().id()).isEqualTo(World.ADA.id());
        TicketEvent event = world.history(ticket.id()).get(0);
        assertThat(event.actor()).isEqualTo(new TicketEvent.Actor("grace", AuthorKind.STAFF));
        assertThat(world.bob().find(ticket.id())).isEmpty();
    }

    @Test
    default void writesOneEventForTheOpening() {
        World world = world();
        TicketId ticket = world.ada()
                .open(World.draft().priority(Priority.HIGH).tag("order"))
                .id();

        TicketEvent event = world.history(ticket).get(0);
        assertThat(world.history(ticket)).hasSize(1);
        assertThat(event.kind()).isEqualTo(TicketEvent.Kind.OPENED);
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.portalVersion()).isEqualTo(1);
        assertThat(event.entry().orElseThrow().seq()).isEqualTo(1);
        assertThat(event.changes())
                .contains(new TicketEvent.FieldChange("priority", Optional.empty(), Optional.of("high")));
    }

    @Test
    default void leavesNothingWhenOpeningIsRefused() {
        World world = world();

        assertThat(codeOf(() -> world.open(TicketDraft.of(" ", "text")))).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(world.grace().counts().total()).isZero();
    }
}
