package dev.ticketing.jdbc;

import dev.ticketing.AttachmentId;
import dev.ticketing.Audience;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.StoredAttachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of files on tickets. */
final class AttachmentTable {

    private static final String FILE = """
            SELECT a.attachment_key, a.seq, a.id, a.filename, a.extension, a.mime_type, a.size, a.url, a.blob_key
            FROM ticketing_attachment a
            """;

    /** Seq 0 is the ticket itself and 1 its opening, which every answer has. */
    private static final String FILES_OF_TICKET_AND_ENTRIES =
            FILE + "WHERE a.ticket_key = ? AND a.seq IN (0, 1)\nUNION ALL\n" + FILE
                    + "WHERE a.ticket_key = ? AND a.seq BETWEEN ? AND ?\nORDER BY 2, 1";

    private static final String FILE_AND_ITS_ENTRY = """
            SELECT a.seq, a.id, a.filename, a.extension, a.mime_type, a.size, a.url, a.blob_key, e.portal_seq
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

    /** The files of the ticket itself, of its opening and of the entries between two sequence numbers. */
    List<StoredAttachment> between(long ticket, long first, long last) {
        return sql.list(FILES_OF_TICKET_AND_ENTRIES, AttachmentTable::file, ticket, ticket, Math.max(first, 2), last);
    }

    Optional<StoredAttachment> find(long ticket, Access access, AttachmentId attachment) {
        return sql.first(
                        FILE_AND_ITS_ENTRY,
                        row -> new Found(file(row), row.getLong("portal_seq")),
                        ticket,
                        attachment.value())
                .filter(found -> access.audience() == Audience.DESK || found.isPublic())
                .map(Found::file);
    }

    void add(TicketKey ticket, List<StoredAttachment> files) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StoredAttachment file : files)
            rows.add(new @Nullable Object[] {
                ticket,
                file.seq(),
                file.id().value(),
                file.filename(),
                file.extension().orElse(null),
                file.mimeType(),
                file.size(),
                file.url().orElse(null),
                file.blob().orElse(null)
            });
        sql.later(ADD_FILE, rows);
    }

    private record Found(StoredAttachment file, long portalSeq) {
        boolean isPublic() {
            return file.seq() == 0 || portalSeq > 0;
        }
    }

    private static StoredAttachment file(ResultSet row) throws SQLException {
        return new StoredAttachment(
                new AttachmentId(Columns.string(row, "id")),
                row.getLong("seq"),
                Columns.string(row, "filename"),
                Columns.optional(row, "extension"),
                Columns.string(row, "mime_type"),
                row.getLong("size"),
                Columns.optional(row, "url"),
                Columns.optional(row, "blob_key"));
    }
}
