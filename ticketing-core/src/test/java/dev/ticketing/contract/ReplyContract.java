package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.MessageDraft;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Public messages by requesters, staff and automation. */
public interface ReplyContract extends PortContract {

    @Test
    default void appendsARequestersReply() {
        World world = world();
        TicketId ticket = world.open();
        world.tick();
        PortalMessage message = world.ada().reply(ticket, "Still burning.");

        assertThat(message.seq()).isEqualTo(2);
        assertThat(message.text()).isEqualTo("Still burning.");
        assertThat(message.at()).isEqualTo(World.START.plusSeconds(1));
        assertThat(message.author()).isEqualTo(new Author("ada", Optional.of("Ada Lovelace"), AuthorKind.REQUESTER));
        PortalTicket after = world.portal(ticket);
        assertThat(after.messageCount()).isEqualTo(2);
        assertThat(after.lastMessageAt()).isEqualTo(message.at());
        assertThat(after.updatedAt()).isEqualTo(message.at());
        assertThat(after.createdAt()).isEqualTo(World.START);
        assertThat(after.status().key()).isEqualTo(StatusKey.CUSTOMER_REPLY);
    }

    @Test
    default void appendsAStaffReply() {
        World world = world();
        TicketId ticket = world.open();
        Message message = world.grace().reply(ticket, "Use water.");

        assertThat(message.seq()).isEqualTo(2);
        assertThat(message.author()).isEqualTo(new Author("grace", Optional.of("Grace Hopper"), AuthorKind.STAFF));
        assertThat(world.desk(ticket).status().key()).isEqualTo(StatusKey.ANSWERED);
    }

    @Test
    default void showsOneConversationToBothSides() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().reply(ticket, "One");
        world.charles().reply(ticket, "Two");
        world.robot().reply(ticket, "Three");

        assertThat(world.grace().thread(ticket, ThreadQuery.whole()).entries().stream()
                        .map(entry -> entry.text()))
                .containsExactly("It burns since noon.", "One", "Two", "Three");
        assertThat(world.ada().thread(ticket, ThreadQuery.whole()).messages().stream()
                        .map(PortalMessage::text))
                .containsExactly("It burns since noon.", "One", "Two", "Three");
        assertThat(world.ada().thread(ticket, ThreadQuery.whole()).messages().stream()
                        .map(message -> message.author().kind()))
                .containsExactly(AuthorKind.REQUESTER, AuthorKind.STAFF, AuthorKind.REQUESTER, AuthorKind.AUTOMATION);
    }

    @Test
    default void keepsTheMarkOfAnEncryptedText() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().reply(ticket, MessageDraft.of("password").markedEncrypted());

        assertThat(world.ada()
                        .thread(ticket, ThreadQuery.after(1))
                        .messages()
                        .get(0)
                        .encrypted())
                .isTrue();
    }

    @Test
    default void notesWhenStaffFirstAnswered() {
        World world = world();
        TicketId ticket = world.open();
        world.ada().reply(ticket, "Anybody?");
        world.robot().reply(ticket, "We have your message.");
        assertThat(world.desk(ticket).firstRespondedAt()).isEmpty();

        world.tick();
        world.grace().reply(ticket, "Here.");
        world.tick();
        world.grace().reply(ticket, "Still here.");
        Instant first = World.START.plusSeconds(1);
        assertThat(world.desk(ticket).firstRespondedAt()).contains(first);
    }

    @Test
    default void refusesAStatusNamedByARequester() {
        World world = world();
        TicketId ticket = world.open();
        MessageDraft draft = MessageDraft.of("Fixed it").thenStatus(StatusKey.RESOLVED);

        assertThat(codeOf(() -> world.ada().reply(ticket, draft))).isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(world.portal(ticket).messageCount()).isEqualTo(1);
    }

    @Test
    default void refusesReplyOnClosedTicket() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().close(ticket);

        assertThat(codeOf(() -> world.ada().reply(ticket, "Late"))).isEqualTo(ErrorCode.TICKET_CLOSED);
        assertThat(codeOf(() -> world.grace().reply(ticket, "Late"))).isEqualTo(ErrorCode.TICKET_CLOSED);
        assertThat(codeOf(() ->
                        world.grace().reply(ticket, MessageDraft.of("Late").thenStatus(StatusKey.OPEN))))
                .isEqualTo(ErrorCode.TICKET_CLOSED);
        assertThat(world.desk(ticket).version()).isEqualTo(2);
        assertThat(world.desk(ticket).seq()).isEqualTo(1);
    }
}
