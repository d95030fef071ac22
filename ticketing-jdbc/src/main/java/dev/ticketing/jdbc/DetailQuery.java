package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.StoredTicket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A ticket, a part of its conversation and the files of both, by one statement: one round trip, and one state of the database
 * without a transaction. A ticket that may not be seen is not found, and the rest of it not read, as if it were not there.
 */
final class DetailQuery {

    private static final DetailRows.Kind[] KINDS = kinds();
    private static final int TICKET = 0;
    private static final int ENTRY = 1;
    private static final int FILE = 2;

    /** Where files stand that belong to the ticket itself. */
    private static final long OF_NO_ENTRY = 0;

    private static final String ENTRIES = EntryTable.FROM + "WHERE e.ticket_key = ";
    private static final String FILES = " FROM ticketing_attachment a WHERE a.ticket_key = ";
    private static final String FILES_OF_ENTRIES = " FROM ticketing_entry e JOIN ticketing_attachment a"
            + " ON a.ticket_key = e.ticket_key AND a.seq = e.seq WHERE e.ticket_key = ";

    private final Dialect dialect;
    private final String key;
    private final List<Object> keyValues;
    private final StringBuilder words = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private DetailQuery(Dialect dialect, String key, List<Object> keyValues) {
        this.dialect = dialect;
        this.key = key;
        this.keyValues = keyValues;
    }

    /** Finds a ticket. */
    static Optional<Found> find(Sql sql, Access access, TicketRef ref, ThreadQuery part) {
        Where seen = TicketFilters.visible(access).and(TicketTable.named(ref), TicketTable.value(ref));
        String from = " FROM ticketing_ticket WHERE " + seen.sql();
        DetailQuery query =
                new DetailQuery(sql.dialect(), "(SELECT ticket_key" + from + ")", Arrays.asList(seen.values()));
        query.select(TICKET, from, "");
        query.values.addAll(query.keyValues);
        query.selectConversation(access.audience(), part);
        DetailRows rows = query.rows(sql);
        return Optional.ofNullable(rows.ticket())
                .filter(found -> access.permits(found.state()))
                .map(found -> new Found(found, rows.stored(found.state(), part)));
    }

    /** A ticket as it is shown, and its row with the key. */
    record Found(TicketTable.Keyed ticket, StoredTicket stored) {}

    /** Sequence numbers have no gaps, so a part is a range, and one entry more says that there is another part. */
    private void selectConversation(Audience audience, ThreadQuery part) {
        long after = part.afterSeq();
        long last = after + part.limit() + 1;
        if (after > 0) {
            select(ENTRY, ENTRIES, "e.seq", between("e.seq", 0, 1));
            select(FILE, FILES, "a.seq", between("a.seq", OF_NO_ENTRY - 1, 1));
        }
        if (audience == Audience.DESK) {
            select(ENTRY, ENTRIES, "e.seq", between("e.seq", after, last));
            select(FILE, FILES, "a.seq", between("a.seq", after == 0 ? OF_NO_ENTRY - 1 : after, last));
        } else {
            select(ENTRY, ENTRIES, "e.portal_seq", between("e.portal_seq", after, last));
            selectPublicFiles(after, last);
        }
    }

    private void selectPublicFiles(long after, long last) {
        if (dialect.findsComputedRanges()) {
            select(FILE, FILES, "a.seq", place("a.seq > ", after).and(place("a.seq <= ", last)));
        } else {
            select(FILE, FILES_OF_ENTRIES, "e.portal_seq", between("e.portal_seq", after, last));
            if (after == 0) select(FILE, FILES, "a.seq", between("a.seq", OF_NO_ENTRY - 1, OF_NO_ENTRY));
        }
    }

    private static Where between(String seq, long after, long last) {
        return new Where().and(seq + " > ? AND " + seq + " <= ?", after, last);
    }

    /** Compares with where a sequence number of requesters stands among all. */
    private Where place(String compared, long portalSeq) {
        List<Object> of = new ArrayList<>(keyValues);
        of.add(portalSeq);
        return new Where()
                .and(
                        compared + "COALESCE((SELECT p.seq FROM ticketing_entry p WHERE p.ticket_key = " + key
                                + " AND p.portal_seq <= ? ORDER BY p.portal_seq DESC LIMIT 1), " + (OF_NO_ENTRY - 1)
                                + ")",
                        of.toArray());
    }

    /** The order lets a server see which index is meant, if all look alike to it, as they do for a ticket that it does not know. */
    private void select(int kind, String from, String order, Where where) {
        select(kind, from + key + " AND " + where.sql(), dialect.isServer() ? " ORDER BY " + order : "");
        values.addAll(keyValues);
        values.addAll(Arrays.asList(where.values()));
    }

    private void select(int kind, String from, String order) {
        String selected = "SELECT " + kind + ", " + KINDS[kind].selected(dialect) + from + order;
        if (words.length() > 0) words.append("\nUNION ALL\n");
        words.append(order.isEmpty() ? selected : "(" + selected + ")");
    }

    private DetailRows rows(Sql sql) {
        DetailRows rows = new DetailRows(dialect, KINDS);
        sql.list(words.toString(), rows::add, values.toArray());
        return rows;
    }

    private static DetailRows.Kind[] kinds() {
        Slots slots = new Slots(TicketTable.COLUMNS);
        return new DetailRows.Kind[] {
            new DetailRows.Kind(TicketTable.COLUMNS, slots),
            new DetailRows.Kind(EntryTable.COLUMNS, slots),
            new DetailRows.Kind(AttachmentTable.COLUMNS, slots)
        };
    }
}
