package dev.ticketing.jdbc;

import dev.ticketing.ThreadQuery;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a {@link DetailQuery}, which come in any order, and the ticket that they make. */
final class DetailRows {

    private static final Comparator<File> AS_ADDED =
            Comparator.comparingLong((File file) -> file.stored().seq()).thenComparingLong(File::key);

    private final Dialect dialect;
    private final Kind[] kinds;
    private final List<StoredEntry> entries = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private TicketTable.@Nullable Keyed ticket;

    DetailRows(Dialect dialect, Kind... kinds) {
        this.dialect = dialect;
        this.kinds = kinds;
    }

    private record File(long key, StoredAttachment stored) {}

    /** A kind of rows: its columns, and where they stand among those of other kinds. */
    record Kind(List<Column> columns, Slots.Fit fit, Selection selection) {

        Kind(List<Column> columns, Slots slots) {
            this(columns, slots.fit(columns), Selection.of(columns));
        }

        String selected(Dialect dialect) {
            return dialect.isServer() ? fit.selected() : selection.in(dialect);
        }
    }

    /** Reads a row, whose first column says of which kind it is. */
    boolean add(ResultSet row) throws SQLException {
        Kind kind = kinds[row.getInt(1)];
        Cells cells = dialect.isServer() ? Cells.of(row, 2, kind.fit().places()) : PackedCells.of(row.getString(2));
        if (kind.columns() == EntryTable.COLUMNS) return entries.add(EntryTable.entry(cells));
        if (kind.columns() == AttachmentTable.COLUMNS)
            return files.add(new File(cells.whole(0), AttachmentTable.file(cells)));
        ticket = TicketTable.keyed(cells);
        return true;
    }

    TicketTable.@Nullable Keyed ticket() {
        return ticket;
    }

    /** Puts a ticket together. */
    StoredTicket stored(TicketState state, ThreadQuery part) {
        entries.sort(Comparator.comparingLong(StoredEntry::seq));
        files.sort(AS_ADDED);
        List<StoredEntry> filed = new ArrayList<>(entries.size());
        for (StoredEntry entry : entries) filed.add(withFiles(entry));
        List<StoredEntry> asked = part.afterSeq() == 0 ? filed : filed.subList(1, filed.size());
        int end = Math.min(part.limit(), asked.size());
        return new StoredTicket(
                state, filed.get(0), List.copyOf(asked.subList(0, end)), end < asked.size(), filesOf(0));
    }

    private StoredEntry withFiles(StoredEntry entry) {
        List<StoredAttachment> found = filesOf(entry.seq());
        return found.isEmpty() ? entry : entry.withAttachments(found);
    }

    private List<StoredAttachment> filesOf(long seq) {
        List<StoredAttachment> found = new ArrayList<>();
        for (File file : files) if (file.stored().seq() == seq) found.add(file.stored());
        return List.copyOf(found);
    }
}
