package dev.ticketing.samples.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statements of the program written by hand, and how it reads their rows. */
final class HandQueries {

    private static final String TICKET_COLUMNS =
            "t.id, t.public_id, t.subject, t.status, t.priority, t.category, t.department, t.assignee, t.requester_id,"
                    + " t.requester_name, t.requester_email, t.created_at, t.updated_at, t.last_message_at, t.version,"
                    + " t.message_count";

    static final String TICKET = "SELECT " + TICKET_COLUMNS + " FROM hand_ticket t WHERE t.public_id = ?";
    static final String MESSAGES =
            "SELECT id, seq, public_id, kind, author_id, author_kind, author_name, body, created_at"
                    + " FROM hand_message WHERE ticket_id = ? ORDER BY seq";
    static final String ATTACHMENTS = "SELECT id, message_id, filename, mime_type, size, url"
            + " FROM hand_attachment WHERE ticket_id = ? ORDER BY id";
    static final String TAGS = "SELECT tag FROM hand_tag WHERE ticket_id = ? ORDER BY position";
    static final String FIRST_PAGE = "SELECT " + TICKET_COLUMNS
            + " FROM hand_ticket t WHERE t.assignee = ? AND t.status = ? ORDER BY t.created_at DESC, t.id DESC LIMIT 26";
    static final String NEXT_PAGE = "SELECT " + TICKET_COLUMNS + " FROM hand_ticket t"
            + " WHERE t.assignee = ? AND t.status = ? AND (t.created_at, t.id) < (?, ?)"
            + " ORDER BY t.created_at DESC, t.id DESC LIMIT 26";
    // MariaDB does not walk an index by comparing rows
    static final String NEXT_PAGE_SPELT_OUT = "SELECT " + TICKET_COLUMNS + " FROM hand_ticket t"
            + " WHERE t.assignee = ? AND t.status = ? AND t.created_at <= ? AND (t.created_at < ? OR t.id < ?)"
            + " ORDER BY t.created_at DESC, t.id DESC LIMIT 26";
    static final String COUNTS = "SELECT status, count(*) FROM hand_ticket GROUP BY status";
    static final String VERSION = "SELECT version FROM hand_ticket WHERE public_id = ?";

    static final String SEARCH_SQLITE = "SELECT " + TICKET_COLUMNS + " FROM hand_search s"
            + " JOIN hand_message m ON m.id = s.rowid JOIN hand_ticket t ON t.id = m.ticket_id"
            + " WHERE s.body MATCH ? ORDER BY s.rowid DESC LIMIT 25";
    static final String SEARCH_POSTGRESQL = "SELECT " + TICKET_COLUMNS + " FROM hand_message m"
            + " JOIN hand_ticket t ON t.id = m.ticket_id"
            + " WHERE m.words @@ plainto_tsquery('simple', ?) ORDER BY m.id DESC LIMIT 25";
    static final String SEARCH_MARIADB = "SELECT " + TICKET_COLUMNS + " FROM hand_message m"
            + " JOIN hand_ticket t ON t.id = m.ticket_id"
            + " WHERE MATCH (m.body) AGAINST (? IN BOOLEAN MODE) ORDER BY m.id DESC LIMIT 25";

    static final String INSERT_TICKET = "INSERT INTO hand_ticket (public_id, subject, status, priority, category,"
            + " department, assignee, requester_id, requester_name, requester_email, created_at, updated_at,"
            + " last_message_at, version, message_count)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
    static final String INSERT_MESSAGE = "INSERT INTO hand_message (ticket_id, seq, public_id, kind, author_id,"
            + " author_kind, author_name, body, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
    static final String INSERT_MESSAGE_POSTGRESQL = "INSERT INTO hand_message (ticket_id, seq, public_id, kind,"
            + " author_id, author_kind, author_name, body, created_at, words)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, to_tsvector('simple', ?)) RETURNING id";
    static final String INSERT_WORDS_SQLITE = "INSERT INTO hand_search (rowid, body) VALUES (?, ?)";
    static final String INSERT_TAG = "INSERT INTO hand_tag (ticket_id, position, tag) VALUES (?, ?, ?)";
    static final String INSERT_ATTACHMENT = "INSERT INTO hand_attachment (ticket_id, message_id, filename, mime_type,"
            + " size, url) VALUES (?, ?, ?, ?, ?, ?)";
    static final String INSERT_AUDIT =
            "INSERT INTO hand_audit (ticket_id, at, actor, action, detail) VALUES (?, ?, ?, ?, ?)";
    static final String LOCK_TICKET =
            "SELECT id, status, department, message_count, version FROM hand_ticket WHERE public_id = ?";
    static final String UPDATE_TICKET = "UPDATE hand_ticket SET status = ?, updated_at = ?, last_message_at = ?,"
            + " version = version + 1, message_count = message_count + 1 WHERE id = ?";

    private HandQueries() {}

    static Hand.Ticket ticket(ResultSet row) throws SQLException {
        return new Hand.Ticket(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getString(8)),
                row.getString(9),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16));
    }

    static Hand.Attachment attachment(ResultSet row) throws SQLException {
        return new Hand.Attachment(
                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6));
    }
}
