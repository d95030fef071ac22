package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Answer;
import dev.ticketing.Condition;
import dev.ticketing.DeskReads;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread.PortalMessage;
import dev.ticketing.PortalTicket;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread.Message;
import dev.ticketing.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Once under a key. */
public interface IdempotencyContract extends PortContract {

    /** The key that these tests use. */
    IdempotencyKey KEY = IdempotencyKey.of("k-1");

    @Test
    default void opensOnceUnderOneKey() {
        World world = world();
        PortalTicket first = world.ada().once(KEY).open(World.draft());
        world.tick();
        PortalTicket second = world.ada().once(KEY).open(World.draft());

        assertThat(second).isEqualTo(first);
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    @Test
    default void repliesOnceUnderOneKey() {
        World world = world();
        TicketId ticket = world.open();
        Message first = world.grace().once(KEY).reply(ticket, "Hello");
        world.tick();

        assertThat(world.grace().once(KEY).reply(ticket, "Hello")).isEqualTo(first);
        assertThat(world.desk(ticket).seq()).isEqualTo(2);
        assertThat(world.desk(ticket).version()).isEqualTo(2);
    }

    @Test
    default void repeatsWhatWouldBeRefusedByNow() {
        World world = world();
        TicketId ticket = world.open();
        PortalMessage first = world.ada().once(KEY).reply(ticket, "Hello");
        world.grace().close(ticket);

        assertThat(world.ada().once(KEY).when(Condition.version(1)).reply(ticket, "Hello"))
                .isEqualTo(first);
        assertThat(world.portal(ticket).status().key()).isEqualTo(StatusKey.CLOSED);
    }

    @Test
    default void refusesAnotherRequestUnderTheSameKey() {
        World world = world();
        TicketId ticket = world.open();
        TicketId other = world.open();
        world.grace().once(KEY).reply(ticket, "Hello");

        assertThat(codeOf(() -> world.grace().once(KEY).reply(ticket, "Hello!")))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(codeOf(() -> world.grace().once(KEY).reply(other, "Hello")))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(codeOf(() -> world.grace().once(KEY).note(ticket, "Hello")))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(world.desk(ticket).seq()).isEqualTo(2);
        assertThat(world.desk(other).seq()).isEqualTo(1);
    }

    @Test
    default void keepsKeysOfCallersTenantsAndOperationsApart() {
        World world = world();
        Requester elsewhere = World.ADA.tenant(TenantId.of("other"));
        PortalTicket first = world.ada().once(KEY).open(World.draft());

        assertThat(world.charles().once(KEY).open(World.draft()).id()).isNotEqualTo(first.id());
        assertThat(world.bob().once(KEY).open(World.draft()).id()).isNotEqualTo(first.id());
        assertThat(world.ticketing()
                        .portal(elsewhere)
                        .once(KEY)
                        .open(World.draft())
                        .id())
                .isNotEqualTo(first.id());
        assertThat(world.ticketing()
                        .portal(Requester.of("grace"))
                        .once(KEY)
                        .open(World.draft())
                        .id())
                .isNotEqualTo(first.id());
        assertThat(world.ada()
                        .once(KEY.forRequest("POST /a", "h"))
                        .open(World.draft())
                        .id())
                .isNotEqualTo(first.id());
        assertThat(world.ada()
                        .once(KEY.forRequest("POST /b", "h"))
                        .open(World.draft())
                        .id())
                .isNotEqualTo(first.id());
        assertThat(world.grace().counts().total()).isEqualTo(6);
        assertThat(world.grace().once(KEY).open(World.ADA, World.draft()).id()).isNotEqualTo(first.id());
    }

    @Test
    default void comparesTheFingerprintOfASurface() {
        World world = world();
        IdempotencyKey request = KEY.forRequest("POST /a", "hash-1");
        PortalTicket first = world.ada().once(request).open(World.draft());

        assertThat(world.ada().once(request).open(World.draft())).isEqualTo(first);
        assertThat(codeOf(() ->
                        world.ada().once(KEY.forRequest("POST /a", "hash-2")).open(World.draft())))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    default void keepsNoRefusals() {
        World world = world();
        TicketId ticket = world.open();
        world.grace().close(ticket);
        assertThat(codeOf(() -> world.ada().once(KEY).reply(ticket, "Hello"))).isEqualTo(ErrorCode.TICKET_CLOSED);
        world.grace().reopen(ticket);

        assertThat(world.ada().once(KEY).reply(ticket, "Hello").seq()).isEqualTo(2);
    }

    @Test
    default void repeatsTheSameBytes() {
        World world = world();
        Answer<PortalReads> first = answer();
        PortalTicket ticket = world.ada().once(KEY).answering(first).open(World.draft());
        world.grace().retitle(ticket.id(), "Smoke");
        Answer<PortalReads> second = answer();
        world.ada().once(KEY).answering(second).open(World.draft());

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(new String(first.bytes(), StandardCharsets.UTF_8)).isEqualTo(ticket.id() + " Printer on fire 1 1");
        assertThat(second.bytes()).isEqualTo(first.bytes());
    }

    /** Renders what is about to be committed, including what only this transaction sees. */
    private static Answer<PortalReads> answer() {
        return new Answer<>((ticket, entries, reads) -> {
            String line = ticket + " " + reads.get(ticket).subject() + " " + entries.size() + " "
                    + reads.counts().total();
            return line.getBytes(StandardCharsets.UTF_8);
        });
    }

    @Test
    default void storesNothingWhenRenderingFails() {
        World world = world();
        Answer<PortalReads> broken = new Answer<>((ticket, entries, reads) -> {
            throw new IllegalArgumentException("broken");
        });

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> world.ada().once(KEY).answering(broken).open(World.draft()));
        assertThat(world.grace().counts().total()).isZero();
        assertThat(world.ada().once(KEY).open(World.draft()).version()).isEqualTo(1);
    }

    @Test
    default void checksAccessAgainBeforeItRepeats() {
        World world = world();
        TicketId ticket = world.open(World.draft().department("billing"));
        Answer<DeskReads> first = deskAnswer();
        world.ben().once(KEY).answering(first).reply(ticket, "Hello");
        world.grace().transfer(ticket, "vps");
        Answer<DeskReads> second = deskAnswer();

        assertThat(codeOf(() -> world.ben().once(KEY).answering(second).reply(ticket, "Hello")))
                .isEqualTo(ErrorCode.TICKET_NOT_FOUND);
        assertThat(second.replayed()).isFalse();
    }

    private static Answer<DeskReads> deskAnswer() {
        return new Answer<>((ticket, entries, reads) -> new byte[] {1});
    }

    @Test
    default void forgetsKeysAfterTheirTime() {
        World world = world();
        PortalTicket first = world.ada().once(KEY).open(World.draft());
        world.clock().advance(Duration.ofHours(24));
        world.ticketing().sweep();
        assertThat(world.ada().once(KEY).open(World.draft()).id()).isEqualTo(first.id());

        world.clock().advance(Duration.ofMillis(1));
        world.ticketing().sweep();
        assertThat(world.ada().once(KEY).open(World.draft()).id()).isNotEqualTo(first.id());
    }

    @Test
    default void keepsKeysAsLongAsTheHostSays() {
        World world = world().with(settings -> settings.limits(settings.limits().withOutcomesKept(Duration.ofDays(7))));
        PortalTicket first = world.ada().once(KEY).open(World.draft());
        world.clock().advance(Duration.ofDays(7));
        world.ticketing().sweep();
        assertThat(world.ada().once(KEY).open(World.draft()).id()).isEqualTo(first.id());

        world.clock().advance(Duration.ofMillis(1));
        world.ticketing().work().runDue();
        assertThat(world.ada().once(KEY).open(World.draft()).id()).isNotEqualTo(first.id());
    }
}
