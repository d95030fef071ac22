package dev.ticketing.samples.embeddedconsole;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Desk;
import dev.ticketing.Portal;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalTicket;
import dev.ticketing.Priority;
import dev.ticketing.Requester;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketThread;
import dev.ticketing.jdbc.JdbcTicketing;
import java.io.PrintStream;
import java.nio.file.Path;

/** One ticket's life in a SQLite file, and what each side reads of it. */
public final class EmbeddedConsole {

    private EmbeddedConsole() {}

    /**
     * Runs the sample.
     *
     * @param arguments the file to use; default {@code support.db}
     */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "support.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        // README: embed
        try (JdbcTicketing ticketing = JdbcTicketing.open(file)) {
            Portal portal =
                    ticketing.portal(Requester.of("client_82").name("Ada").email("ada@example.org"));
            PortalTicket ticket = portal.open(TicketDraft.of("Refund for order 4711", "It arrived broken.")
                    .priority(Priority.HIGH)
                    .category("billing")
                    .tag("order")
                    .link("order", "4711"));

            Desk desk = ticketing.desk(Agent.of("agent_3").name("Ben"));
            desk.assign(ticket.id(), AgentId.of("agent_3"));
            desk.note(ticket.id(), "Warehouse confirms.");
            desk.reply(ticket.id(), "Sorry! The refund is on its way.");
            desk.resolve(ticket.id(), "Refunded in full.");
            // README: end
            print(portal.thread(ticket.id(), ThreadQuery.first()), out);
            print(desk.thread(ticket.id(), ThreadQuery.first()), out);
        }
    }

    private static void print(PortalThread thread, PrintStream out) {
        out.println("What Ada reads: " + thread.ticket().status().portalLabel());
        thread.messages()
                .forEach(message -> out.println("  " + message.author().name().orElse("?") + ": " + message.text()));
    }

    private static void print(TicketThread thread, PrintStream out) {
        out.println("What Ben reads: " + thread.ticket().status().label());
        thread.entries()
                .forEach(entry -> out.println("  " + entry.author().name().orElse("?") + ": " + entry.text()));
    }
}
