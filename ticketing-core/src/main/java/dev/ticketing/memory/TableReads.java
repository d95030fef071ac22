package dev.ticketing.memory;

import dev.ticketing.AttachmentId;
import dev.ticketing.Audience;
import dev.ticketing.EntryId;
import dev.ticketing.Page;
import dev.ticketing.TenantId;
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
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every read over one state of the tables: those last committed, or those that a transaction works on. */
class TableReads implements Reads {

    final Tables tables;

    TableReads(Tables tables) {
        this.tables = tables;
    }

    @Override
    public final <R> R together(Function<Reads, R> work) {
        return work.apply(this);
    }

    @Override
    public final Map<TicketId, StoredEntry> openings(Access access, Collection<TicketId> ids) {
        Map<TicketId, StoredEntry> openings = new HashMap<>();
        for (TicketId id : ids)
            row(access, id).ifPresent(row -> openings.put(id, row.opening().withAttachments(List.of())));
        return openings;
    }

    @Override
    public final Optional<StoredTicket> ticket(Access access, TicketRef ref, ThreadQuery part) {
        return row(access, ref).map(row -> {
            List<StoredEntry> rest = row.entries().stream()
                    .filter(access::permits)
                    .filter(entry -> seq(access, entry) > part.afterSeq())
                    .toList();
            int end = Math.min(part.limit(), rest.size());
            return new StoredTicket(row.state(), row.opening(), rest.subList(0, end), end < rest.size(), row.files());
        });
    }

    @Override
    public final Optional<Stamp> stamp(Access access, TicketRef ref) {
        return row(access, ref).map(row -> Stamp.of(row.state(), access.audience()));
    }

    @Override
    public final Optional<StoredEntry> entry(Access access, TicketId ref, EntryId entry) {
        return row(access, ref).stream()
                .flatMap(row -> row.entries().stream())
                .filter(access::permits)
                .filter(found -> found.id().equals(entry))
                .findFirst();
    }

    @Override
    public final Page<TicketState> page(Access access, TicketQuery query) {
        return new Listing(access, query, id -> number(access.tenant(), id)).of(visible(access));
    }

    @Override
    public final List<CountRow> counts(Access access) {
        Map<List<Object>, List<TicketState>> groups = visible(access)
                .map(TicketRow::state)
                .collect(Collectors.groupingBy(state -> List.of(
                        state.get(TicketField.STATUS),
                        state.get(TicketField.PRIORITY),
                        state.get(TicketField.CATEGORY))));
        List<CountRow> rows = new ArrayList<>();
        for (List<TicketState> group : groups.values()) {
            TicketState any = group.get(0);
            rows.add(new CountRow(
                    any.get(TicketField.STATUS),
                    any.get(TicketField.PRIORITY),
                    any.get(TicketField.CATEGORY),
                    group.size()));
        }
        return rows;
    }

    @Override
    public final Optional<List<TicketEvent>> history(Access access, TicketRef ref, long afterVersion, int limit) {
        return row(access, ref)
                .map(row -> row.events().stream()
                        .filter(event -> version(access, event) > afterVersion)
                        .limit(limit)
                        .toList());
    }

    @Override
    public final Optional<StoredAttachment> attachment(Access access, TicketRef ref, AttachmentId attachment) {
        return row(access, ref)
                .flatMap(row -> Stream.concat(
                                row.files().stream(),
                                row.entries().stream()
                                        .filter(access::permits)
                                        .flatMap(entry -> entry.attachments().stream()))
                        .filter(file -> file.id().equals(attachment))
                        .findFirst());
    }

    final Optional<TicketRow> row(Access access, TicketRef ref) {
        return tables.ticket(access.tenant(), ref).filter(row -> access.permits(row.state()));
    }

    private Optional<Long> number(TenantId tenant, TicketId id) {
        return tables.ticket(tenant, id).map(row -> row.state().get(TicketField.NUMBER));
    }

    private Stream<TicketRow> visible(Access access) {
        return tables.tickets().values().stream().filter(row -> access.permits(row.state()));
    }

    private static long seq(Access access, StoredEntry entry) {
        return access.audience() == Audience.DESK ? entry.seq() : entry.portalSeq();
    }

    /** What is not public has the portal version 0, which comes after nothing. */
    private static long version(Access access, TicketEvent event) {
        return access.audience() == Audience.DESK ? event.version() : event.portalVersion();
    }
}
