package dev.ticketing.contract.driver;

import dev.ticketing.Audience;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.FileRef;
import dev.ticketing.Portal;
import dev.ticketing.TicketRef;
import java.util.List;

/** One command goes through the verb of its name, several through {@code apply}. */
final class Verbs {

    private Verbs() {}

    static Object act(Portal portal, TicketRef ticket, List<Command> commands) {
        if (commands.size() == 1) {
            Command command = commands.get(0);
            if (command instanceof Command.Reply reply) return portal.reply(ticket, reply.draft());
            return command instanceof Command.Close ? portal.close(ticket) : portal.reopen(ticket);
        }
        return portal.apply(
                ticket, commands.stream().map(Command.ByRequester.class::cast).toArray(Command.ByRequester[]::new));
    }

    static Object act(Desk desk, TicketRef ticket, List<Command> commands) {
        return commands.size() == 1
                ? alone(desk, ticket, commands.get(0))
                : desk.apply(ticket, commands.toArray(Command[]::new));
    }

    private static Object alone(Desk desk, TicketRef ticket, Command command) {
        if (command instanceof Command.Reply it) return desk.reply(ticket, it.draft());
        if (command instanceof Command.AddNote it) return desk.note(ticket, it.draft());
        if (command instanceof Command.Edit it) return desk.edit(ticket, it.entry(), it.text());
        if (command instanceof Command.Assign it) return desk.assign(ticket, it.agent());
        if (command instanceof Command.Take) return desk.take(ticket);
        if (command instanceof Command.Release) return desk.release(ticket);
        if (command instanceof Command.Move it) return desk.move(ticket, it.status());
        if (command instanceof Command.Resolve it && it.resolution().isPresent())
            return desk.resolve(ticket, it.resolution().get());
        if (command instanceof Command.Close) return desk.close(ticket);
        if (command instanceof Command.Reopen) return desk.reopen(ticket);
        if (command instanceof Command.Transfer it) return desk.transfer(ticket, it.department());
        if (command instanceof Command.Prioritise it) return desk.prioritise(ticket, it.priority());
        if (command instanceof Command.Categorise it) return desk.categorise(ticket, it.category());
        if (command instanceof Command.Retitle it) return desk.retitle(ticket, it.subject());
        if (command instanceof Command.Tag it && it.audience() == Audience.PORTAL)
            return desk.tag(ticket, it.tags().toArray(String[]::new));
        if (command instanceof Command.Untag it && it.audience() == Audience.PORTAL)
            return desk.untag(ticket, it.tags().toArray(String[]::new));
        if (command instanceof Command.AddLink it) return desk.link(ticket, it.ref());
        if (command instanceof Command.Unlink it) return desk.unlink(ticket, it.ref());
        if (command instanceof Command.Cc it) return desk.cc(ticket, it.emails().toArray(String[]::new));
        if (command instanceof Command.Uncc it)
            return desk.uncc(ticket, it.emails().toArray(String[]::new));
        if (command instanceof Command.Attach it)
            return desk.attach(ticket, it.files().toArray(FileRef[]::new));
        return desk.apply(ticket, command);
    }
}
