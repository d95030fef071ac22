package dev.ticketing.http;

import static dev.ticketing.http.DeskWrite.SEEN_UP_TO;

import dev.ticketing.Command;
import dev.ticketing.DeskReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands to one ticket: each on a route of its own, or several as one. */
final class DeskAction {

    private static final int MOST = 50;

    private DeskAction() {}

    /** Does what the route is named after. */
    static Reply handle(Exchange exchange, String name) {
        return one(DeskWrite.ofOptional(exchange), name, DeskAnswers.ticket(exchange));
    }

    /** Writes a message or note. */
    static Reply write(Exchange exchange, String name) {
        return one(DeskWrite.of(exchange), name, DeskAnswers.newEntry(exchange));
    }

    /** Does several things as one. */
    static Reply apply(Exchange exchange) {
        DeskWrite write = DeskWrite.of(exchange);
        write.json().only("commands", SEEN_UP_TO);
        List<Fields> elements = write.json().objects("commands");
        if (elements.isEmpty()) write.json().missing("commands");
        if (elements.size() > MOST) write.faults().invalid("/commands", "must be at most " + MOST + " commands");
        List<Command> commands = new ArrayList<>();
        List<DeskPaths.Part> parts = new ArrayList<>();
        for (Fields json : elements) {
            Optional<DeskCommands.Form> form = json.oneOf("command", DeskCommands.forms());
            if (form.isEmpty()) json.missing("command");
            if (form.isEmpty()) continue;
            form.get().read(json, "command").ifPresent(commands::add);
            parts.add(DeskPaths.part("/commands/" + parts.size(), form.get(), json));
        }
        // a command that could not be read left a fault, and without it the others would mean something else
        write.faults().refuseIfAny();
        Command[] all = commands.toArray(Command[]::new);
        return write.toTicket(
                new DeskPaths(parts), DeskAnswers.ticket(exchange), (desk, ticket) -> desk.apply(ticket, all));
    }

    private static Reply one(DeskWrite write, String name, Writing.Rendering<DeskReads> rendering) {
        DeskCommands.Form form = DeskCommands.form(name);
        Command command = form.read(write.json(), SEEN_UP_TO)
                .orElseThrow(() -> Refused.fields(write.faults().list()));
        DeskPaths paths = DeskPaths.ofCommand(form, write.json());
        return write.toTicket(paths, rendering, (desk, ticket) -> desk.apply(ticket, command));
    }
}
