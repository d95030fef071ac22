package dev.ticketing.contract;

import static dev.ticketing.contract.Parallel.insisting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.Condition;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.MessageDraft;
import dev.ticketing.Priority;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sixteen who want what only one can have: one winner, and a clear refusal for the others. */
public interface RaceContract extends PortContract {

    @Test
    default void opensOneTicketForTwins() {
        World world = world();
        IdempotencyKey key = IdempotencyKey.of("twin");
        List<TicketId> opened = Parallel.run(
                i -> insisting(() -> world.ada().once(key).open(World.draft())).id());

        assertThat(opened).hasSize(Parallel.THREADS).containsOnly(opened.get(0));
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    @Test
    default void repliesOnceForTwins() {
        World world = world();
        TicketId ticket = world.open();
        IdempotencyKey key = IdempotencyKey.of("twin");
        List<Long> seqs = Parallel.run(i ->
                insisting(() -> world.ada().once(key).reply(ticket, "Once")).seq());

        assertThat(seqs).containsOnly(2L);
        assertThat(world.portal(ticket).messageCount()).isEqualTo(2);
    }

    @Test
    default void givesAnExternalIdToOne() {
        World world = world();

        assertOneWinner(
                ErrorCode.ALREADY_TAKEN, i -> world.ada().open(World.draft().externalId("shop-1")));
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    @Test
    default void givesATicketToOneWhoTakesIt() {
        World world = world();
        TicketId ticket = world.open();

        assertOneWinner(
                ErrorCode.ALREADY_TAKEN,
                i -> world.ticketing().desk(Agent.of("agent " + i)).take(ticket));
        assertThat(world.desk(ticket).version()).isEqualTo(2);
    }

    @Test
    default void letsOneActAtAVersion() {
        World world = world();
        TicketId ticket = world.open();

        assertOneWinner(
                ErrorCode.STALE_VERSION,
                i -> world.grace().when(Condition.version(1)).reply(ticket, "reply " + i));
        assertThat(world.desk(ticket).seq()).isEqualTo(2);
    }

    @Test
    default void putsAnUploadOnOneMessage() {
        World world = world();
        TicketId ticket = world.open();
        Upload upload = world.ada().upload(AttachmentContract.file("a.txt"));

        assertOneWinner(
                ErrorCode.INVALID_INPUT,
                i -> world.ada().reply(ticket, MessageDraft.of("reply " + i).files(List.of(upload.id()))));
        assertThat(world.portal(ticket).messageCount()).isEqualTo(2);
    }

    @Test
    default void opensOneCriticalTicketInAnHour() {
        World world = world();

        assertOneWinner(
                ErrorCode.CRITICAL_LIMITED,
                i -> world.ada().open(World.draft().priority(Priority.CRITICAL).criticalReason("The shop is down.")));
        assertThat(world.grace().counts().total()).isEqualTo(1);
    }

    private static void assertOneWinner(ErrorCode refusal, IntFunction<Object> act) {
        List<Optional<ErrorCode>> outcomes = Parallel.run(i -> outcome(() -> act.apply(i)));
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes).filteredOn(Optional::isPresent).containsOnly(Optional.of(refusal));
    }

    private static Optional<ErrorCode> outcome(Supplier<Object> act) {
        try {
            insisting(act);
            return Optional.empty();
        } catch (TicketingException refused) {
            return Optional.of(refused.code());
        }
    }
}
