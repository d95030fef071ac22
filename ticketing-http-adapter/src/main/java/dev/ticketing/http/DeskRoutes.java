package dev.ticketing.http;

import static dev.ticketing.Scope.READ_DESK;
import static dev.ticketing.Scope.WRITE_DESK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lines of {@code /api/v2/desk}: everything that a desk can do, and a route of its own for every command. */
final class DeskRoutes {

    private static final String TICKETS = "/api/v2/desk/tickets";
    private static final String TICKET = TICKETS + "/{id}";

    /** Commands that make or change an entry have the entry's address instead of an action's. */
    private static final Set<String> ENTRIES = Set.of("reply", "note", "edit");

    private DeskRoutes() {}

    static List<Route> lines() {
        List<Route> lines = new ArrayList<>();
        lines.add(Route.get(TICKETS, READ_DESK, DeskList::handle));
        lines.add(Route.post(TICKETS, WRITE_DESK, DeskOpen::handle));
        lines.add(Route.get(TICKET, READ_DESK, DeskRead::ticket));
        lines.add(Route.get(TICKET + "/thread", READ_DESK, DeskRead::thread));
        lines.add(Route.get(TICKET + "/history", READ_DESK, DeskRead::history));
        lines.add(Route.post(TICKET + "/messages", WRITE_DESK, exchange -> DeskAction.write(exchange, "reply")));
        lines.add(Route.post(TICKET + "/notes", WRITE_DESK, exchange -> DeskAction.write(exchange, "note")));
        lines.add(Route.put(TICKET + "/entries/{entryId}", WRITE_DESK, DeskEdit::handle));
        for (String name : DeskCommands.forms().keySet()) if (!ENTRIES.contains(name)) lines.add(action(name));
        lines.add(Route.post(TICKET + "/apply", WRITE_DESK, DeskAction::apply));
        lines.add(Route.get("/api/v2/desk/changes", READ_DESK, DeskRead::changes));
        lines.add(Route.get("/api/v2/desk/counts", READ_DESK, DeskRead::counts));
        lines.add(Route.get("/api/v2/desk/departments", READ_DESK, DeskRead::departments));
        lines.add(Route.post("/api/v2/desk/attachments", WRITE_DESK, SupportUpload::handle));
        lines.add(Route.file("/api/v2/desk/attachments/{id}", READ_DESK, DeskRead::file));
        return lines;
    }

    private static Route action(String name) {
        return Route.post(TICKET + "/actions/" + name, WRITE_DESK, exchange -> DeskAction.handle(exchange, name));
    }
}
