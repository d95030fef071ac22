package dev.ticketing.http;

import dev.ticketing.DeskReads;
import dev.ticketing.EntryId;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketThread;
import java.util.List;

/** What writes under {@code /api/v2/desk} answer with: the ticket, or the entry that they made. */
final class DeskAnswers {

    private DeskAnswers() {}

    /** Answers with the ticket as it is now. */
    static Writing.Rendering<DeskReads> ticket(Exchange exchange) {
        DeskEntryBody entries = DeskEntryBody.of(exchange);
        return (id, made, reads) -> {
            Ticket ticket = reads.get(id);
            return StoredAnswer.ok(EntityTag.of(ticket.version()), DeskTicketBody.full(ticket, entries));
        };
    }

    /** Answers with a new ticket. */
    static Writing.Rendering<DeskReads> newTicket(Exchange exchange) {
        DeskEntryBody entries = DeskEntryBody.of(exchange);
        return (id, made, reads) -> {
            Ticket ticket = reads.get(id);
            return StoredAnswer.created(EntityTag.of(ticket.version()), DeskTicketBody.full(ticket, entries));
        };
    }

    /** Answers with the message or note that was written. */
    static Writing.Rendering<DeskReads> newEntry(Exchange exchange) {
        DeskEntryBody entries = DeskEntryBody.of(exchange);
        return (id, made, reads) -> {
            TicketThread end = end(id, made, reads);
            JsonObject body = end.entries().stream()
                    .filter(entry -> entry.id().equals(made.get(0)))
                    .findFirst()
                    .map(entry -> entries.entry(id, entry))
                    .orElseThrow(() -> new IllegalStateException("the entry is not at the end of the thread"));
            return StoredAnswer.created(EntityTag.of(end.ticket().version()), body);
        };
    }

    /** What a command made stands at the end; the entry itself first, then what the engine recorded about it. */
    private static TicketThread end(TicketId id, List<EntryId> made, DeskReads reads) {
        long last = reads.get(id).seq();
        return reads.thread(id, ThreadQuery.after(last - made.size()).limit(made.size()));
    }
}
