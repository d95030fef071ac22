package dev.ticketing.jdbc;

import dev.ticketing.Audience;
import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.ThreadQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Revision;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of conversations. What people wrote comes from the rows of revisions, which can be erased. */
final class EntryTable {

    private static final String ENTRY = """
            SELECT e.seq, e.portal_seq, e.id, e.kind, e.author_id, e.author_kind, e.at, e.revision, e.encrypted,
                   r.text, r.author
            FROM ticketing_entry e
            JOIN ticketing_revision r ON r.ticket_key = e.ticket_key AND r.revision = e.revision
            """;

    private static final String OPENING_OF_TICKET = ENTRY + "WHERE e.ticket_key = ? AND e.seq = 1\n";

    private static final String NEXT_ENTRIES = ENTRY + "WHERE e.ticket_key = ? AND e.seq > ? ORDER BY e.seq LIMIT ?\n";

    private static final String NEXT_PUBLIC_ENTRIES =
            ENTRY + "WHERE e.ticket_key = ? AND e.portal_seq > ? ORDER BY e.portal_seq LIMIT ?\n";

    private static final String ENTRY_OF_TICKET = ENTRY + "WHERE e.ticket_key = ? AND e.id = ?";

    private static final String ADD_REVISION = """
            INSERT INTO ticketing_revision (ticket_key, revision, text, author) VALUES (?, ?, ?, ?)
            """;

    private static final String ADD_ENTRY = """
            INSERT INTO ticketing_entry
                (ticket_key, seq, portal_seq, id, kind, author_id, author_kind, at, revision, encrypted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String EDIT_ENTRY = """
            UPDATE ticketing_entry SET revision = ?, encrypted = ? WHERE ticket_key = ? AND seq = ?
            """;

    private final Sql sql;

    EntryTable(Sql sql) {
        this.sql = sql;
    }

    /** The opening entry, then the part that was asked for and one more if there is one. None has its files yet. */
    List<StoredEntry> openingAndPart(long ticket, Audience audience, ThreadQuery part) {
        boolean fromStart = part.afterSeq() == 0;
        long most = part.limit() + (fromStart && part.limit() > 0 ? 0L : 1L);
        long after = Math.max(part.afterSeq(), 1);
        String next = audience == Audience.DESK ? NEXT_ENTRIES : NEXT_PUBLIC_ENTRIES;
        List<StoredEntry> entries = new ArrayList<>(sql.list(OPENING_OF_TICKET, EntryTable::entry, ticket));
        entries.addAll(sql.list(next, EntryTable::entry, ticket, after, most));
        return entries;
    }

    /** The opening entries of several tickets by their keys. None has its files yet. */
    Map<Long, StoredEntry> openings(Collection<Long> tickets) {
        Map<Long, StoredEntry> openings = new HashMap<>();
        if (tickets.isEmpty()) return openings;
        String openingsOfTickets = ENTRY.replace("SELECT", "SELECT e.ticket_key,")
                + "WHERE e.seq = 1 AND e.ticket_key IN (" + TicketTable.placeholders(tickets.size()) + ")";
        sql.list(openingsOfTickets, row -> Map.entry(row.getLong("ticket_key"), entry(row)), tickets.toArray())
                .forEach(opening -> openings.put(opening.getKey(), opening.getValue()));
        return openings;
    }

    Optional<StoredEntry> find(long ticket, Access access, EntryId entry) {
        return sql.first(ENTRY_OF_TICKET, EntryTable::entry, ticket, entry.value())
                .filter(access::permits);
    }

    void addRevisions(TicketKey ticket, List<Revision> revisions) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Revision revision : revisions)
            rows.add(new @Nullable Object[] {
                ticket,
                revision.text().revision(),
                revision.text().value(),
                revision.author().orElse(null)
            });
        sql.later(ADD_REVISION, rows);
    }

    void add(TicketKey ticket, List<StoredEntry> entries) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StoredEntry entry : entries)
            rows.add(new @Nullable Object[] {
                ticket,
                entry.seq(),
                Columns.publicNumber(entry.portalSeq()),
                entry.id().value(),
                Columns.of(entry.kind()),
                entry.author().id(),
                Columns.of(entry.author().kind()),
                Columns.of(entry.at()),
                entry.body().revision(),
                encrypted(entry)
            });
        sql.later(ADD_ENTRY, rows);
    }

    void edit(TicketKey ticket, Collection<StoredEntry> edits) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StoredEntry edit : edits)
            rows.add(new @Nullable Object[] {edit.body().revision(), encrypted(edit), ticket, edit.seq()});
        sql.later(EDIT_ENTRY, rows);
    }

    private static Long encrypted(StoredEntry entry) {
        return entry.encrypted() ? 1L : 0L;
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                new EntryId(Columns.string(row, "id")),
                row.getLong("seq"),
                row.getLong("portal_seq"), // 0 for null
                Columns.constant(EntryKind.class, row, "kind"),
                new Author(
                        Columns.string(row, "author_id"),
                        Columns.optional(row, "author"),
                        Columns.constant(AuthorKind.class, row, "author_kind")),
                Columns.instant(row, "at"),
                new Text(row.getLong("revision"), Columns.string(row, "text")),
                row.getLong("encrypted") == 1,
                List.of());
    }
}
