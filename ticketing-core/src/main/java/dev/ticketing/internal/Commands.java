package dev.ticketing.internal;

import dev.ticketing.Command;
import dev.ticketing.spi.TicketField;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Which decision belongs to which command, and what it touches. A test finds every command here. */
final class Commands {

    private static final Footprint TAGS = Footprint.merges(TicketField.TAGS, TicketField.INTERNAL_TAGS);
    private static final Map<Class<?>, BiConsumer<Decision, Command>> STEPS = new HashMap<>();
    private static final Map<Class<?>, Footprint> FOOTPRINTS = new HashMap<>();

    static {
        on(Command.Reply.class, Footprint.moves().merging(TicketField.FIRST_RESPONDED_AT), Conversation::reply);
        on(Command.AddNote.class, Footprint.nothing(), Conversation::note);
        on(
                Command.Edit.class,
                Footprint.texts(),
                (decision, edit) -> Conversation.edit(decision, edit.entry(), edit.text()));
        on(
                Command.EditOpening.class,
                Footprint.texts(),
                (decision, edit) -> Conversation.edit(decision, decision.opening(), "opening", edit.text()));
        on(
                Command.Attach.class,
                Footprint.nothing(),
                (decision, attach) -> decision.attach(Files.of(decision, attach.files(), false)));
        on(Command.Move.class, Footprint.moves(), Progress::move);
        on(Command.Resolve.class, Footprint.moves(TicketField.RESOLUTION), Progress::resolve);
        on(Command.Conclude.class, Footprint.writes(TicketField.RESOLUTION), Progress::conclude);
        on(Command.Close.class, Footprint.moves(), (decision, close) -> Progress.close(decision));
        on(Command.Reopen.class, Footprint.moves(), (decision, reopen) -> Progress.reopen(decision));
        on(Command.Assign.class, Footprint.writes(TicketField.ASSIGNEE), Facts::assign);
        on(
                Command.Take.class,
                Footprint.writes(TicketField.ASSIGNEE).reading(TicketField.ASSIGNEE),
                (decision, take) -> Facts.take(decision));
        on(
                Command.Release.class,
                Footprint.writes(TicketField.ASSIGNEE),
                (decision, release) -> Facts.release(decision));
        on(Command.Transfer.class, Footprint.writes(TicketField.DEPARTMENT), Facts::transfer);
        on(Command.Prioritise.class, Footprint.writes(TicketField.PRIORITY), Facts::prioritise);
        on(Command.Categorise.class, Footprint.writes(TicketField.CATEGORY), Facts::categorise);
        on(Command.Retitle.class, Footprint.writes(TicketField.SUBJECT), Facts::retitle);
        on(Command.Tag.class, TAGS, Lists::tag);
        on(Command.Untag.class, TAGS, Lists::untag);
        on(Command.Retag.class, Footprint.writes(TicketField.TAGS), Lists::retag);
        on(Command.AddLink.class, Footprint.merges(TicketField.LINKS), Lists::link);
        on(Command.Unlink.class, Footprint.merges(TicketField.LINKS), Lists::unlink);
        on(Command.Cc.class, Footprint.merges(TicketField.CC), Lists::cc);
        on(Command.Uncc.class, Footprint.merges(TicketField.CC), Lists::uncc);
    }

    private Commands() {}

    static void decide(Decision decision, Command command) {
        BiConsumer<Decision, Command> step = STEPS.get(command.getClass());
        if (step == null) throw new IllegalArgumentException("no decision for " + command.getClass());
        step.accept(decision, command);
    }

    static Footprint footprint(Command command) {
        return Objects.requireNonNull(FOOTPRINTS.get(command.getClass()));
    }

    private static <C extends Command> void on(Class<C> type, Footprint footprint, BiConsumer<Decision, C> step) {
        FOOTPRINTS.put(type, footprint);
        STEPS.put(type, (decision, command) -> step.accept(decision, type.cast(command)));
    }
}
