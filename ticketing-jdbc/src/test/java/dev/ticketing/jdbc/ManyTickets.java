package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.Page;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Fills a database with tickets that look alike however many there are; written by SQL, because the engine is slower. */
final class ManyTickets {

    /** A second before the first one; a second passes until each next one. */
    private static final long START = 1_700_000_000_000L;

    private static final String TICKETS = """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            INSERT INTO ticketing_ticket (
                ticket_key, tenant, id, subject, subject_revision, status, priority, category, department, assignee,
                requester_id, account, number, channel, version, portal_version, created_at, updated_at,
                portal_updated_at, last_message_at, seq, portal_seq, message_count, revisions, external_id)
            SELECT i, 'default', printf('tkt_%%026d', i), 'Printer ' || i, 1,
                   (ONE_STATUS), (ONE_PRIORITY), (ONE_CATEGORY), (ONE_DEPARTMENT),
                   CASE i %% 4 WHEN 0 THEN 'ben' END,
                   'ada', CASE WHEN i %% 10 = 1 THEN 'analytical' ELSE 'account-' || (i %% 1000) END,
                   i, 'api', 1, 1, at, at, at, at, 1, 1, 1, 2, CASE i WHEN 1 THEN 'order-1' END
            FROM (SELECT i, %d + i * 1000 AS at, (i * 7919) %% 100003 AS r FROM n)
            """.replace(
                    "(ONE_STATUS)", oneOf("r", "open", "customer_reply", "in_progress", "answered", "closed"))
            .replace("(ONE_PRIORITY)", oneOf("r / 5", "low", "medium", "high", "urgent"))
            .replace("(ONE_CATEGORY)", oneOf("r / 20", "technical", "billing", "account", "general"))
            .replace("(ONE_DEPARTMENT)", oneOf("r / 80", "general", "billing", "vps"));

    private static final String COUNTS = """
            INSERT INTO ticketing_count (tenant, scope_kind, scope, status, priority, category, stripe, tickets)
            SELECT tenant, 'account', account, status, priority, category, 0, count(*) FROM ticketing_ticket
            GROUP BY 1, 3, 4, 5, 6
            UNION ALL
            SELECT tenant, 'department', department, status, priority, category, 0, count(*) FROM ticketing_ticket
            GROUP BY 1, 3, 4, 5, 6
            """;

    private static final String WORDS = """
            INSERT INTO ticketing_search (rowid, scope, public_words, internal_words)
            SELECT ticket_key * 1048576 + 1,
                   '%s ' || CASE account WHEN 'analytical' THEN '%s' ELSE 'a' END,
                   'printer ' || ticket_key || CASE ticket_key %% 3 WHEN 0 THEN ' fire' ELSE ' smoke' END, ''
            FROM ticketing_ticket
            """;

    private static final String REVISIONS = """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
            INSERT INTO ticketing_revision (ticket_key, revision, text, author)
            SELECT 1, i, 'Message ' || i || ' says that the printer is on fire.', 'Ada' FROM n
            """;

    private static final String ENTRIES = """
            INSERT INTO ticketing_entry
                (ticket_key, seq, portal_seq, id, kind, author_id, author_kind, at, revision, encrypted)
            SELECT 1, revision, revision, 'tmsg_' || revision, 'message', 'ada', 'requester', %d + revision, revision, 0
            FROM ticketing_revision
            """;

    private static final String EVENTS = """
            INSERT INTO ticketing_event (ticket_key, version, portal_version, id, kind, audience, actor_id, actor_kind,
                origin, at, changes, attachments)
            SELECT 1, revision, revision, 'evt_' || revision, 'replied', 'portal', 'ada', 'requester', 'java',
                   %d + revision, '', ''
            FROM ticketing_revision
            """;

    private ManyTickets() {}

    static void fill(DataSource database, int tickets, int messages) throws SQLException {
        String tenant = ScopeWords.tenant(TenantId.DEFAULT);
        String account = ScopeWords.account(TenantId.DEFAULT, AccountId.of("analytical"));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Rows.run(connection, TICKETS.formatted(tickets, START));
            Rows.run(connection, "UPDATE ticketing_ticket SET version = 2, changed = 1 WHERE ticket_key / 17 % 2 = 0");
            Rows.run(
                    connection,
                    "INSERT INTO ticketing_number (tenant, last_number) VALUES ('default', " + tickets + ")");
            Rows.run(connection, COUNTS);
            Rows.run(connection, WORDS.formatted(tenant, account));
            Rows.run(connection, REVISIONS.formatted(messages));
            Rows.run(connection, ENTRIES.formatted(START));
            Rows.run(connection, EVENTS.formatted(START));
            connection.commit();
        }
    }

    static TicketId id(int number) {
        return new TicketId("tkt_%026d".formatted(number));
    }

    /** The place after a ticket in every order. */
    static Page.Cursor place(int number) {
        return new Page.Cursor(Instant.ofEpochMilli(START + number * 1000L), id(number));
    }

    private static String oneOf(String number, String... values) {
        StringBuilder words = new StringBuilder("CASE (" + number + ") %% " + values.length);
        for (int i = 0; i < values.length; i++) words.append(" WHEN " + i + " THEN '" + values[i] + "'");
        return words.append(" END").toString();
    }
}
