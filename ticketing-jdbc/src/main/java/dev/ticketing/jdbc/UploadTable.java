package dev.ticketing.jdbc;

import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.UploadId;
import dev.ticketing.spi.StoredUpload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of files that are on no ticket yet. */
final class UploadTable {

    private static final String UPLOAD = """
            SELECT id, tenant, owner, ticket_id, filename, extension, mime_type, size, blob_key, uploaded_at
            FROM ticketing_upload
            """;

    private static final String UPLOAD_OF_TENANT = UPLOAD + "WHERE tenant = ? AND id = ?";

    private static final String UPLOADS_PINNED_BY_OWNER =
            UPLOAD + "WHERE tenant = ? AND ticket_id = ? AND owner = ? ORDER BY upload_key";

    private static final String ADD_UPLOAD = """
            INSERT INTO ticketing_upload
                (id, tenant, owner, ticket_id, filename, extension, mime_type, size, blob_key, uploaded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TAKE_UPLOAD = """
            DELETE FROM ticketing_upload WHERE tenant = ? AND id = ?
            """;

    private static final String CONTENTS_OF_OLD_UPLOADS = """
            SELECT blob_key FROM ticketing_upload WHERE uploaded_at < ?
            """;

    private static final String DROP_OLD_UPLOADS = """
            DELETE FROM ticketing_upload WHERE uploaded_at < ?
            """;

    private final Sql sql;

    UploadTable(Sql sql) {
        this.sql = sql;
    }

    void add(StoredUpload upload) {
        sql.later(
                ADD_UPLOAD,
                upload.id().value(),
                upload.tenant().value(),
                upload.owner(),
                Absent.textOr(upload.ticket().map(TicketId::value)),
                upload.filename(),
                Absent.textOr(upload.extension()),
                upload.mimeType(),
                upload.size(),
                upload.blob(),
                Columns.of(upload.uploadedAt()));
    }

    Optional<StoredUpload> find(TenantId tenant, UploadId upload) {
        return sql.first(UPLOAD_OF_TENANT, UploadTable::upload, tenant.value(), upload.value());
    }

    List<StoredUpload> pinned(TenantId tenant, TicketId ticket, String owner) {
        return sql.list(UPLOADS_PINNED_BY_OWNER, UploadTable::upload, tenant.value(), ticket.value(), owner);
    }

    /** Uses uploads up; one that is gone was used by somebody else. */
    void take(TenantId tenant, List<UploadId> uploads) {
        for (UploadId upload : uploads) sql.laterOnce(TAKE_UPLOAD, tenant.value(), upload.value());
    }

    /** Removes uploads from before an instant, and gives the keys of their contents. */
    List<String> drop(Instant before) {
        List<String> contents =
                sql.list(CONTENTS_OF_OLD_UPLOADS, row -> Columns.string(row, "blob_key"), Columns.of(before));
        sql.update(DROP_OLD_UPLOADS, Columns.of(before));
        return contents;
    }

    private static StoredUpload upload(ResultSet row) throws SQLException {
        return new StoredUpload(
                new UploadId(Columns.string(row, "id")),
                new TenantId(Columns.string(row, "tenant")),
                Columns.string(row, "owner"),
                Columns.optional(row, "ticket_id").map(TicketId::new),
                Columns.string(row, "filename"),
                Columns.optional(row, "extension"),
                Columns.string(row, "mime_type"),
                row.getLong("size"),
                Columns.string(row, "blob_key"),
                Columns.instant(row, "uploaded_at"));
    }
}
