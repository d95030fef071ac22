package dev.ticketing.internal;

import dev.ticketing.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which decision belongs to which command. A test finds every command here. */
final class Commands {

    private static final Map<Class<?>, BiConsumer<Decision, Command>> STEPS = new HashMap<>();

    static {
        on(Command.Reply.class, Conversation::reply);
        on(Command.AddNote.class, Conversation::note);
        on(Command.Edit.class, (decision, edit) -> Conversation.edit(decision, edit.entry(), edit.text()));
        on(
                Command.EditOpening.class,
                (decision, edit) -> Conversation.edit(decision, decision.opening(), "opening", edit.text()));
        on(Command.Attach.class, (decision, attach) -> decision.attach(Files.of(decision, attach.files(), false)));
        on(Command.Move.class, Progress::move);
        on(Command.Resolve.class, Progress::resolve);
        on(Command.Conclude.class, Progress::conclude);
        on(Command.Close.class, (decision, close) -> Progress.close(decision));
        on(Command.Reopen.class, (decision, reopen) -> Progress.reopen(decision));
        on(Command.Assign.class, Facts::assign);
        on(Command.Take.class, (decision, take) -> Facts.take(decision));
        on(Command.Release.class, (decision, release) -> Facts.release(decision));
        on(Command.Transfer.class, Facts::transfer);
        on(Command.Prioritise.class, Facts::prioritise);
        on(Command.Categorise.class, Facts::categorise);
        on(Command.Retitle.class, Facts::retitle);
        on(Command.Tag.class, Lists::tag);
        on(Command.Untag.class, Lists::untag);
        on(Command.Retag.class, Lists::retag);
        on(Command.AddLink.class, Lists::link);
        on(Command.Unlink.class, Lists::unlink);
        on(Command.Cc.class, Lists::cc);
        on(Command.Uncc.class, Lists::uncc);
    }

    private Commands() {}

    static void decide(Decision decision, Command command) {
        BiConsumer<Decision, Command> step = STEPS.get(command.getClass());
        if (step == null) throw new IllegalArgumentException("no decision for " + command.getClass());
        step.accept(decision, command);
    }

    private static <C extends Command> void on(Class<C> type, BiConsumer<Decision, C> step) {
        STEPS.put(type, (decision, command) -> step.accept(decision, type.cast(command)));
    }
}
