package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.Page;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.ByteCache;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.Optional;

/**
 * What was read last, given again once the database has said, on this very read, that it is the same still: that is a look at one
 * row, or along an index, instead of reading all of it. What is not kept costs no look. Only committed states are kept. Thread-safe.
 */
final class KeptReads {

    /** Bytes that a row of a ticket takes, about, without long texts; and an entry, without its text. */
    private static final int OF_TICKET = 1_200;

    private static final int OF_ENTRY = 350;

    /** Which part of the bound pages have. */
    private static final int OF_PAGES = 4;

    private final ByteCache<Detail, StoredTicket> tickets;
    private final ByteCache<List, TicketList.Marked> pages;

    /** Keeps about so many bytes; 0 keeps nothing. */
    KeptReads(long bytes) {
        this.tickets = new ByteCache<>(bytes - bytes / OF_PAGES, KeptReads::weight);
        this.pages = new ByteCache<>(bytes / OF_PAGES, page -> page.marks().size() * (long) OF_TICKET);
    }

    /** What a caller asked for, but for what decides only whether it may have it. */
    private record Detail(Access access, TicketRef ref, ThreadQuery part) {}

    private record List(Access access, TicketQuery query) {}

    Optional<StoredTicket> ticket(Sql sql, Access access, TicketRef ref, ThreadQuery part) {
        JdbcReads reads = new JdbcReads(sql);
        if (sql.isJoined()) return reads.ticket(access, ref, part);
        Detail asked = new Detail(access, ref, part);
        Optional<StoredTicket> kept = tickets.get(asked);
        if (kept.isPresent() && isSame(kept.get(), reads, access, ref)) return kept;
        Optional<StoredTicket> read = reads.ticket(access, ref, part);
        read.ifPresent(ticket -> tickets.put(asked, ticket));
        return read;
    }

    /** Gives a page that is one statement. */
    Page<TicketState> page(Sql sql, Access access, TicketQuery query) {
        TicketList list = new TicketList(sql);
        if (sql.isJoined()) return list.page(access, query);
        List asked = new List(access, query);
        Optional<TicketList.Marked> kept = pages.get(asked);
        if (kept.isPresent() && kept.get().marks().equals(list.marks(access, query)))
            return kept.get().page();
        TicketList.Marked read = list.marked(access, query);
        pages.put(asked, read);
        return read.page();
    }

    /** By the version that counts every change, since a row has more than requesters are told of. */
    private static boolean isSame(StoredTicket kept, Reads reads, Access access, TicketRef ref) {
        Access whole = new Access(access.tenant(), access.account(), access.departments(), Audience.DESK);
        Reads.Stamp stamp = Reads.Stamp.of(kept.state(), Audience.DESK);
        return reads.stamp(whole, ref).filter(stamp::equals).isPresent();
    }

    private static long weight(StoredTicket ticket) {
        long bytes = OF_TICKET + weight(ticket.opening());
        for (StoredEntry entry : ticket.entries()) bytes += weight(entry);
        return bytes;
    }

    private static long weight(StoredEntry entry) {
        return OF_ENTRY * (1L + entry.attachments().size())
                + entry.body().value().length();
    }
}
