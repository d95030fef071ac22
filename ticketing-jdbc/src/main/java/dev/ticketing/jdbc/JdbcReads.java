package dev.ticketing.jdbc;

import dev.ticketing.AttachmentId;
import dev.ticketing.EntryId;
import dev.ticketing.Page;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.CountRow;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Every read, on one connection; whoever calls sees to it that it stands in a transaction. */
class JdbcReads implements Reads {

    final Sql sql;
    final TicketTable tickets;
    final EntryTable entries;
    final AttachmentTable attachments;
    final EventTable events;

    JdbcReads(Sql sql) {
        this.sql = sql;
        this.tickets = new TicketTable(sql);
        this.entries = new EntryTable(sql);
        this.attachments = new AttachmentTable(sql);
        this.events = new EventTable(sql);
    }

    @Override
    public Optional<StoredTicket> ticket(Access access, TicketRef ref, ThreadQuery part) {
        return DetailQuery.find(sql, access, ref, part).map(found -> {
            tickets.remember(found.ticket());
            return found.stored();
        });
    }

    @Override
    public final Optional<Stamp> stamp(Access access, TicketRef ref) {
        return StampQuery.find(sql, access, ref);
    }

    @Override
    public final Optional<StoredEntry> entry(Access access, TicketId ref, EntryId entry) {
        return tickets.findKey(access, ref)
                .flatMap(ticket -> entries.find(ticket.key(), access, entry)
                        .map(found -> found.withAttachments(attachments.of(ticket.key(), found.seq()))));
    }

    @Override
    public final Page<TicketState> page(Access access, TicketQuery query) {
        return query.text()
                .map(text -> TicketSearch.over(sql).page(access, query, text))
                .orElseGet(() -> new TicketList(sql).page(access, query));
    }

    @Override
    public final <R> R together(Function<Reads, R> work) {
        return work.apply(this);
    }

    @Override
    public final Map<TicketId, StoredEntry> openings(Access access, Collection<TicketId> ids) {
        Map<Long, TicketId> seen = tickets.keys(access, ids);
        Map<TicketId, StoredEntry> openings = new HashMap<>();
        entries.openings(seen.keySet())
                .forEach((key, opening) -> openings.put(Objects.requireNonNull(seen.get(key)), opening));
        return openings;
    }

    @Override
    public final List<CountRow> counts(Access access) {
        return new CountTable(sql).counts(access);
    }

    @Override
    public final Optional<List<TicketEvent>> history(Access access, TicketRef ref, long afterVersion, int limit) {
        return tickets.findKey(access, ref)
                .map(ticket -> events.after(
                        ticket.key(), access.tenant(), ticket.state().id(), access.audience(), afterVersion, limit));
    }

    @Override
    public final Optional<StoredAttachment> attachment(Access access, TicketRef ref, AttachmentId attachment) {
        return tickets.findKey(access, ref).flatMap(ticket -> attachments.find(ticket.key(), access, attachment));
    }
}
