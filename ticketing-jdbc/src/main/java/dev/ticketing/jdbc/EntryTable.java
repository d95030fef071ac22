package dev.ticketing.jdbc;

import dev.ticketing.Author;
import dev.ticketing.AuthorKind;
import dev.ticketing.EntryId;
import dev.ticketing.EntryKind;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Revision;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.Text;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of conversations. What people wrote comes from the rows of revisions, which can be erased. */
final class EntryTable {

    /** The columns of an entry, in the order of {@link #entry}. */
    static final List<Column> COLUMNS = List.of(
            Column.number("e.seq"),
            Column.number("e.portal_seq"),
            Column.text("e.id"),
            Column.text("e.kind"),
            Column.text("e.author_id"),
            Column.text("e.author_kind"),
            Column.number("e.at"),
            Column.number("e.revision"),
            Column.number("e.encrypted"),
            Column.text("r.text"),
            Column.text("r.author"));

    private static final Map<String, EntryKind> KINDS = Columns.words(EntryKind.class);
    private static final Map<String, AuthorKind> AUTHORS = Columns.words(AuthorKind.class);

    /**
     * The tables of these columns. The sum hides from PostgreSQL that it knows the ticket: what it takes for a short one it would
     * join by reading all its revisions for each entry.
     */
    static final String FROM = """
             FROM ticketing_entry e
            JOIN ticketing_revision r ON r.ticket_key = e.ticket_key + 0 AND r.revision = e.revision
            """;

    private static final String ENTRY = "SELECT " + String.join(", ", Column.names(COLUMNS)) + FROM;

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

    /** The opening entries of several tickets by their keys. None has its files yet. */
    Map<Long, StoredEntry> openings(Collection<Long> tickets) {
        Map<Long, StoredEntry> openings = new HashMap<>();
        if (tickets.isEmpty()) return openings;
        String openingsOfTickets = ENTRY.replace(" FROM", ", e.ticket_key FROM")
                + "WHERE e.seq = 1 AND e.ticket_key IN (" + TicketTable.placeholders(tickets.size()) + ")";
        sql.list(
                        openingsOfTickets,
                        row -> Map.entry(row.getLong("ticket_key"), entry(Cells.of(row))),
                        tickets.toArray())
                .forEach(opening -> openings.put(opening.getKey(), opening.getValue()));
        return openings;
    }

    Optional<StoredEntry> find(long ticket, Access access, EntryId entry) {
        return sql.first(ENTRY_OF_TICKET, row -> entry(Cells.of(row)), ticket, entry.value())
                .filter(access::permits);
    }

    void addRevisions(TicketKey ticket, List<Revision> revisions) {
        List<Object[]> rows = new ArrayList<>();
        for (Revision revision : revisions)
            rows.add(new Object[] {
                ticket, revision.text().revision(), revision.text().value(), Absent.textOr(revision.author())
            });
        sql.later(ADD_REVISION, rows);
    }

    void add(TicketKey ticket, List<StoredEntry> entries) {
        List<Object[]> rows = new ArrayList<>();
        for (StoredEntry entry : entries)
            rows.add(new Object[] {
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
        List<Object[]> rows = new ArrayList<>();
        for (StoredEntry edit : edits)
            rows.add(new Object[] {edit.body().revision(), encrypted(edit), ticket, edit.seq()});
        sql.later(EDIT_ENTRY, rows);
    }

    private static Long encrypted(StoredEntry entry) {
        return entry.encrypted() ? 1L : 0L;
    }

    /** Makes an entry of {@link #COLUMNS}. It has no files yet. */
    static StoredEntry entry(Cells row) throws SQLException {
        return new StoredEntry(
                new EntryId(row.string(2)),
                row.whole(0),
                row.whole(1), // 0 for null
                row.constant(KINDS, 3),
                new Author(row.string(4), row.optional(10), row.constant(AUTHORS, 5)),
                row.instant(6),
                new Text(row.whole(7), row.string(9)),
                row.whole(8) == 1,
                List.of());
    }
}
