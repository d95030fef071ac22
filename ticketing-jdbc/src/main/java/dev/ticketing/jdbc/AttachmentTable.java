package dev.ticketing.jdbc;

import dev.ticketing.AttachmentId;
import dev.ticketing.Audience;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.StoredAttachment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of files on tickets. */
final class AttachmentTable {

    /** The columns of a file, in the order of {@link #file}. */
    static final List<Column> COLUMNS = List.of(
            Column.number("a.attachment_key"),
            Column.number("a.seq"),
            Column.text("a.id"),
            Column.text("a.filename"),
            Column.text("a.extension"),
            Column.text("a.mime_type"),
            Column.number("a.size"),
            Column.text("a.url"),
            Column.text("a.blob_key"));

    private static final String FILES_OF_ENTRY = "SELECT " + String.join(", ", Column.names(COLUMNS)) + """
             FROM ticketing_attachment a WHERE a.ticket_key = ? AND a.seq = ? ORDER BY a.attachment_key
            """;

    private static final String FILE_AND_ITS_ENTRY = "SELECT " + String.join(", ", Column.names(COLUMNS)) + """
            , e.portal_seq
            FROM ticketing_attachment a
            LEFT JOIN ticketing_entry e ON e.ticket_key = a.ticket_key AND e.seq = a.seq
            WHERE a.ticket_key = ? AND a.id = ?
            """;

    private static final String ADD_FILE = """
            INSERT INTO ticketing_attachment
                (ticket_key, seq, id, filename, extension, mime_type, size, url, blob_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    AttachmentTable(Sql sql) {
        this.sql = sql;
    }

    /** The files of one entry, in the order in which they were added. */
    List<StoredAttachment> of(long ticket, long seq) {
        return sql.list(FILES_OF_ENTRY, row -> file(Cells.of(row)), ticket, seq);
    }

    Optional<StoredAttachment> find(long ticket, Access access, AttachmentId attachment) {
        return sql.first(
                        FILE_AND_ITS_ENTRY,
                        row -> new Found(file(Cells.of(row)), row.getLong("portal_seq")),
                        ticket,
                        attachment.value())
                .filter(found -> access.audience() == Audience.DESK || found.isPublic())
                .map(Found::file);
    }

    void add(TicketKey ticket, List<StoredAttachment> files) {
        List<Object[]> rows = new ArrayList<>();
        for (StoredAttachment file : files)
            rows.add(new Object[] {
                ticket,
                file.seq(),
                file.id().value(),
                file.filename(),
                Absent.textOr(file.extension()),
                file.mimeType(),
                file.size(),
                Absent.textOr(file.url()),
                Absent.textOr(file.blob())
            });
        sql.later(ADD_FILE, rows);
    }

    private record Found(StoredAttachment file, long portalSeq) {
        boolean isPublic() {
            return file.seq() == 0 || portalSeq > 0;
        }
    }

    /** Makes a file of {@link #COLUMNS}. */
    static StoredAttachment file(Cells row) throws SQLException {
        return new StoredAttachment(
                new AttachmentId(row.string(2)),
                row.whole(1),
                row.string(3),
                row.optional(4),
                row.string(5),
                row.whole(6),
                row.optional(7),
                row.optional(8));
    }
}
