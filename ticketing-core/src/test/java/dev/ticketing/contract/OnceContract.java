package dev.ticketing.contract;

import static dev.ticketing.contract.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.EntryId;
import dev.ticketing.FileRef;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.LinkRef;
import dev.ticketing.MessageDraft;
import dev.ticketing.Priority;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.Upload;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command there is, under an idempotency key: done once, and never mistaken for another one. */
public interface OnceContract extends PortContract {

    /** One of each kind. @param entry a message on the ticket @return commands that change an answered ticket with an assignee */
    private static List<Command> commands(EntryId entry, FileRef upload) {
        return List.of(
                new Command.Reply(MessageDraft.of("Hello").files(List.of(upload))),
                new Command.AddNote(MessageDraft.of("Hm.")),
                new Command.Edit(entry, "Hello again"),
                new Command.EditOpening("It burned."),
                new Command.Assign(AgentId.of("ben")),
                new Command.Take(),
                new Command.Release(),
                new Command.Move(StatusKey.PENDING),
                new Command.Resolve(Optional.of("Put out.")),
                new Command.Conclude(Optional.of("Put out")),
                new Command.Close(),
                new Command.Reopen(),
                new Command.Transfer("billing"),
                new Command.Prioritise(Priority.LOW),
                new Command.Categorise("billing"),
                new Command.Retitle("Smoke"),
                new Command.Tag(Audience.PORTAL, List.of("a", "b")),
                new Command.Untag(Audience.PORTAL, List.of("a")),
                new Command.Retag(List.of("c")),
                new Command.AddLink(new LinkRef("order", "4711")),
                new Command.Unlink(new LinkRef("order", "4711")),
                new Command.Cc(List.of("eve@example.org")),
                new Command.Uncc(List.of("eve@example.org")),
                new Command.Attach(List.of(AttachmentContract.outside("plan.pdf"))));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OnceContract::kinds)
                : Stream.of(type);
    }

    @Test
    default void doesEveryCommandOnceUnderItsKey() {
        World world = world();
        TicketId ticket = world.open();
        EntryId reply = world.grace().reply(ticket, "Hello?").id();
        Upload upload = world.grace().upload(AttachmentContract.file("a.txt"));
        List<Command> commands = commands(reply, upload.id());
        assertThat(commands.stream().map(Command::getClass).distinct())
                .as("one of each kind")
                .hasSize((int) kinds(Command.class).count());
        for (Command command : commands) {
            // two twins of a kind need a ticket in two states: what a command takes away must be there before
            if (command instanceof Command.Take) world.grace().release(ticket);
            IdempotencyKey key = IdempotencyKey.of("k " + command.getClass().getSimpleName());
            long before = world.desk(ticket).version();
            long after = world.grace().once(key).apply(ticket, command).version();
            world.tick();
            long again = world.grace().once(key).apply(ticket, command).version();
            Command other = command.equals(commands.get(0)) ? commands.get(1) : commands.get(0);

            assertThat(after).as("%s does something", command).isGreaterThan(before);
            assertThat(again).as("%s again", command).isEqualTo(after);
            assertThat(world.desk(ticket).version()).isEqualTo(after);
            assertThat(codeOf(() -> world.grace().once(key).apply(ticket, other)))
                    .as("another command under the key of %s", command)
                    .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            assertThat(codeOf(() -> world.grace().once(key).apply(ticket, command, command)))
                    .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        assertThat(world.grace().thread(ticket, ThreadQuery.whole()).entries()).hasSize(4);
    }

    @Test
    default void tellsCommandsApartByEveryPart() {
        World world = world();
        TicketId ticket = world.open();
        EntryId reply = world.grace().reply(ticket, "Hello?").id();
        List<List<Command>> twins = new ArrayList<>();
        twins.add(List.of(new Command.Assign(AgentId.of("a")), new Command.Assign(AgentId.of("A"))));
        twins.add(List.of(new Command.Edit(reply, "x"), new Command.EditOpening("x")));
        twins.add(List.of(new Command.Retitle("x y"), new Command.Retitle("x  y")));
        twins.add(
                List.of(new Command.Tag(Audience.PORTAL, List.of("t")), new Command.Tag(Audience.DESK, List.of("t"))));
        twins.add(List.of(new Command.Cc(List.of("a@b.c", "d@e.f")), new Command.Cc(List.of("a@b.c"))));
        twins.add(List.of(new Command.Resolve(Optional.of("x")), new Command.Resolve(Optional.empty())));
        twins.add(List.of(
                new Command.Reply(MessageDraft.of("x")),
                new Command.Reply(MessageDraft.of("x").markedEncrypted())));
        twins.add(List.of(
                new Command.Reply(MessageDraft.of("x")),
                new Command.Reply(MessageDraft.of("x").thenStatus(StatusKey.PENDING))));
        for (List<Command> twin : twins) {
            IdempotencyKey key = IdempotencyKey.of("k" + twins.indexOf(twin));
            try {
                world.grace().once(key).apply(ticket, twin.get(0));
            } catch (TicketingException refused) {
                throw new AssertionError("the first of " + twin, refused);
            }
            assertThat(codeOf(() -> world.grace().once(key).apply(ticket, twin.get(1))))
                    .as("%s", twin)
                    .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
    }

    @Test
    default void keepsKeysOfUploadsApartFromThoseOfTickets() {
        World world = world();
        IdempotencyKey key = IdempotencyKey.of("k");
        TicketId ticket = world.ada().once(key).open(World.draft()).id();
        Upload upload = world.ada().once(key).upload(AttachmentContract.file("a.txt"));

        assertThat(world.ada()
                        .once(key)
                        .upload(AttachmentContract.file("a.txt"))
                        .id())
                .isEqualTo(upload.id());
        assertThat(codeOf(() -> world.ada().once(key).upload(AttachmentContract.file("b.txt"))))
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(world.charles()
                        .once(key)
                        .upload(AttachmentContract.file("a.txt"))
                        .id())
                .isNotEqualTo(upload.id());
        assertThat(world.ada().once(key).reply(ticket, "more").seq()).isEqualTo(2);
        assertThat(world.charles().once(key).reply(ticket, "more").seq()).isEqualTo(3);
        assertThat(world.ada().once(key).open(World.draft()).id()).isEqualTo(ticket);
    }
}
