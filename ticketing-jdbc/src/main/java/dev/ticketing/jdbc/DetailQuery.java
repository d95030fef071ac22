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
import org.jspecify.annotations.Nullable;

/**
 * A ticket, a part of its conversation and the files of both, by one statement: one round trip, and one state of the database
 * without a transaction. A ticket that may not be seen is not found, and the rest of it not read, as if it were not there.
 */
final class DetailQuery {

    private static final DetailRows.Kind[] KINDS = kinds();
    private static final int TICKET = 0;
    private static final int ENTRY = 1;
    private static final int FILE = 2;

    private static final String FILES = " FROM ticketing_attachment a WHERE a.ticket_key = ";

    private final Dialect dialect;
    private final String key;
    private final List<@Nullable Object> keyValues;
    private final StringBuilder words = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private DetailQuery(Dialect dialect, String key, List<@Nullable Object> keyValues) {
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
        query.select(TICKET).append(from);
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
            select(ENTRY)
                    .append(EntryTable.FROM)
                    .append("WHERE e.ticket_key = ")
                    .append(key())
                    .append(" AND e.seq = 1");
            select(FILE).append(FILES).append(key()).append(" AND a.seq IN (0, 1)");
        }
        String seq = audience == Audience.DESK ? "e.seq" : "e.portal_seq";
        select(ENTRY).append(EntryTable.FROM).append("WHERE e.ticket_key = ").append(key());
        words.append(" AND ").append(seq).append(" > ? AND ").append(seq).append(" <= ?");
        values.addAll(List.of(after, last));
        select(FILE).append(FILES).append(key());
        words.append(" AND a.seq > ").append(place(audience, after));
        words.append(" AND a.seq <= ").append(place(audience, last));
    }

    /** Where a sequence number of the audience stands among all; what belongs to no entry stands at 0. */
    private String place(Audience audience, long seq) {
        if (audience == Audience.DESK) {
            values.add(seq == 0 ? -1 : seq);
            return "?";
        }
        String place = "COALESCE((SELECT p.seq FROM ticketing_entry p WHERE p.ticket_key = " + key()
                + " AND p.portal_seq <= ? ORDER BY p.portal_seq DESC LIMIT 1), -1)";
        values.add(seq);
        return place;
    }

    private String key() {
        values.addAll(keyValues);
        return key;
    }

    private StringBuilder select(int kind) {
        if (words.length() > 0) words.append("\nUNION ALL\n");
        return words.append("SELECT ").append(kind).append(", ").append(KINDS[kind].selected(dialect));
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
