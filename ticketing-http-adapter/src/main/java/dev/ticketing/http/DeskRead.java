package dev.ticketing.http;

import dev.ticketing.Agent;
import dev.ticketing.Counts;
import dev.ticketing.DeskReads;
import dev.ticketing.Feed;
import dev.ticketing.FeedPage;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketThread;
import dev.ticketing.TicketThread.Entry;
import dev.ticketing.http.KeptDetails.Shown;
import java.util.List;
import java.util.Optional;

/** The reads of {@code /api/v2/desk} but the list: a ticket, its conversation, what happened to it, counts, departments. */
final class DeskRead {

    private DeskRead() {}

    /** Gives the desk of the caller. */
    static DeskReads desk(Exchange exchange) {
        return exchange.ticketing().desk((Agent) exchange.caller());
    }

    static Reply ticket(Exchange exchange) {
        TicketRef ref = ref(exchange);
        DeskReads desk = desk(exchange);
        return exchange.options().details().reply(exchange, reader(exchange), () -> desk.stamp(ref), () -> {
            Ticket ticket = desk.get(ref);
            return Shown.of(ticket, DeskTicketBody.full(ticket, DeskEntryBody.of(exchange)));
        });
    }

    static Reply thread(Exchange exchange) {
        DeskParameters parameters = DeskParameters.of(exchange, "after", "limit");
        ThreadQuery query = new ThreadQuery(parameters.after(), parameters.limit(ThreadQuery.PAGE, ThreadQuery.PAGE));
        parameters.refuseIfBroken();
        TicketRef ref = ref(exchange);
        DeskReads desk = desk(exchange);
        Optional<String> readers = query.equals(ThreadQuery.first()) ? reader(exchange) : Optional.empty();
        return exchange.options()
                .details()
                .reply(exchange, readers, () -> desk.stamp(ref), () -> part(exchange, desk.thread(ref, query)));
    }

    private static Shown part(Exchange exchange, TicketThread part) {
        DeskEntryBody entries = DeskEntryBody.of(exchange);
        Ticket ticket = part.ticket();
        List<Entry> page = part.entries();
        Optional<Long> next =
                part.more() ? Optional.of(page.get(page.size() - 1).seq()) : Optional.empty();
        JsonObject body = new JsonObject()
                .put("ticket", DeskTicketBody.full(ticket, entries))
                .put("entries", page, entry -> entries.entry(ticket.id(), entry))
                .put("hasMore", part.more())
                .put("nextAfter", next)
                .put("attachments", part.attachments(), file -> entries.attachment(ticket.id(), file));
        return Shown.of(ticket, body);
    }

    static Reply history(Exchange exchange) {
        DeskParameters parameters = DeskParameters.of(exchange, "after");
        long after = parameters.after();
        parameters.refuseIfBroken();
        List<TicketEvent> events = desk(exchange).history(ref(exchange), after);
        boolean more = events.size() == ThreadQuery.PAGE;
        Optional<Long> next = more ? Optional.of(events.get(events.size() - 1).version()) : Optional.empty();
        return Reply.ok(new JsonObject()
                .put("data", events, DeskEventBody::of)
                .put("hasMore", more)
                .put("nextAfter", next));
    }

    /** Tells what happened to all tickets that the caller may see. Pages are small, since each event may bring long texts. */
    static Reply changes(Exchange exchange) {
        DeskParameters parameters = DeskParameters.of(exchange, "after", "limit");
        long after = parameters.after();
        int limit = parameters.limit(Feed.PAGE, Feed.PAGE);
        parameters.refuseIfBroken();
        FeedPage page = desk(exchange).changes(after, limit);
        return Reply.ok(
                new JsonObject().put("data", page.entries(), FeedEntryBody::of).put("next", page.next()));
    }

    static Reply counts(Exchange exchange) {
        Counts counts = desk(exchange).counts();
        return Reply.ok(new JsonObject()
                .put("total", counts.total())
                .put("byStatus", counts.byStatus())
                .put(
                        "rows",
                        counts.rows(),
                        row -> new JsonObject()
                                .put("status", row.status().key().value())
                                .put("priority", Priorities.wire(row.priority()))
                                .put("category", row.category())
                                .put("tickets", row.tickets())));
    }

    static Reply departments(Exchange exchange) {
        return Reply.ok(new JsonObject().put("departments", desk(exchange).departments(), DeskTicketBody::department));
    }

    /** Gives a file, of a note, too. */
    static Reply file(Exchange exchange) {
        return SupportDownload.handle(exchange, desk(exchange)::download);
    }

    private static TicketRef ref(Exchange exchange) {
        return TicketRefs.idOrNumber(exchange.variable("id"));
    }

    /** What an agent could do to a ticket depends on who holds it, so each reads an answer of his own. */
    private static Optional<String> reader(Exchange exchange) {
        return Optional.of(exchange.caller().author().id());
    }
}
