package dev.ticketing.jdbc;

import dev.ticketing.AccountId;
import dev.ticketing.Page;
import dev.ticketing.TenantId;
import dev.ticketing.TicketId;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.time.Instant;
import java.util.List;

/** Fills a server's database with enough of everything that its planner has a choice; written by SQL that both servers take. */
final class ManyOnServer {

    /** How many rows the tables have, or more. */
    static final int MANY = 8_000;

    private static final int IN_INDEX = 4_000;

    private static final String TICKETS = """
            INSERT INTO ticketing_ticket (
                ticket_key, tenant, id, subject, subject_revision, status, priority, category, department, assignee,
                requester_id, account, number, channel, version, portal_version, created_at, updated_at,
                portal_updated_at, last_message_at, seq, portal_seq, message_count, revisions, external_id)
            SELECT i, 'default', concat('tkt_', lpad(concat(i), 26, '0')), concat('Printer ', i), 1,
                   CASE i % 5 WHEN 0 THEN 'open' WHEN 1 THEN 'customer_reply' WHEN 2 THEN 'in_progress'
                       WHEN 3 THEN 'answered' ELSE 'closed' END,
                   CASE i % 4 WHEN 0 THEN 'low' WHEN 1 THEN 'medium' WHEN 2 THEN 'high' ELSE 'urgent' END,
                   CASE i % 3 WHEN 0 THEN 'technical' WHEN 1 THEN 'billing' ELSE 'general' END,
                   CASE i % 7 WHEN 0 THEN 'billing' WHEN 1 THEN 'vps' ELSE 'general' END,
                   CASE WHEN i % 11 < 6 THEN 'ben' END,
                   'ada', CASE WHEN i % 2 = 1 THEN 'analytical' ELSE concat('account-', i % 13) END,
                   i, 'api', 1, 1, i, i, i, i, 1, 1, 1, 2, concat('order-', i)
            FROM numbers
            """;

    /** Half of them, whatever else they are. */
    private static final String CHANGED = """
            UPDATE ticketing_ticket SET version = 2, changed = 1 WHERE ticket_key / 17 % 2 = 0
            """;

    private static final String COUNTS = """
            INSERT INTO ticketing_count (tenant, scope_kind, scope, status, priority, category, stripe, tickets)
            SELECT tenant, 'account', account, status, priority, category, 0, count(*) FROM ticketing_ticket
            GROUP BY tenant, account, status, priority, category
            UNION ALL
            SELECT tenant, 'department', department, status, priority, category, 0, count(*) FROM ticketing_ticket
            GROUP BY tenant, department, status, priority, category
            """;

    /** The first ticket has a long conversation; what others have stands at various places, as if it were independent. */
    private static final String WRITTEN = " FROM (SELECT 1 AS ticket, i FROM numbers WHERE i <= 2000 UNION ALL"
            + " SELECT i AS ticket, i % 1000 + 1 AS i FROM numbers WHERE i > 1) written";

    private static final List<String> OF_TICKETS = List.of(
            "INSERT INTO ticketing_revision (ticket_key, revision, text, author)"
                    + " SELECT ticket, i, 'The printer is on fire.', 'Ada'" + WRITTEN,
            "INSERT INTO ticketing_entry"
                    + " (ticket_key, seq, portal_seq, id, kind, author_id, author_kind, at, revision, encrypted)"
                    + " SELECT ticket, i, i, concat('tmsg_', i), 'message', 'ada', 'requester', i, i, 0" + WRITTEN,
            "INSERT INTO ticketing_event (ticket_key, version, portal_version, id, kind, audience, actor_id, actor_kind,"
                    + " origin, at, changes, attachments)"
                    + " SELECT ticket, i, i, concat('evt_', i), 'replied', 'portal', 'ada', 'requester', 'java', i, '', ''"
                    + " FROM (SELECT 1 AS ticket, i FROM numbers WHERE i <= 2000 UNION ALL"
                    + " SELECT i AS ticket, 1 AS i FROM numbers WHERE i > 1 UNION ALL"
                    + " SELECT i AS ticket, 2 AS i FROM numbers WHERE i > 1) happened",
            "INSERT INTO ticketing_attachment (ticket_key, seq, id, filename, mime_type, size)"
                    + " SELECT ticket, i, concat('tatt_', i), 'a', 'text/plain', 1" + WRITTEN);

    private static final List<String> APART = List.of(
            "INSERT INTO ticketing_upload (tenant, id, owner, ticket_id, filename, mime_type, size, blob_key, uploaded_at)"
                    + " SELECT 'default', concat('satt_', i), 'requester:ada', concat('tkt_', i), 'a', 'text/plain', 1,"
                    + " concat('key-', i), i FROM numbers",
            "INSERT INTO ticketing_blob_staged (blob_key, staged_at) SELECT concat('key-', i), i FROM numbers",
            "INSERT INTO ticketing_blob_chunk (blob_key, part, bytes) SELECT concat('key-', i), 0, 'a' FROM numbers",
            "INSERT INTO ticketing_outcome (tenant, caller, operation, idempotency_key, fingerprint, about, entries, answer,"
                    + " at, key_hash) SELECT 'default', 'agent:grace', 'apply', concat('key-', i), '', '', '', '', i,"
                    + " concat('hash-', i) FROM numbers",
            "INSERT INTO ticketing_pending (tenant, ticket_key, version)"
                    + " SELECT CASE WHEN i % 20 = 2 THEN 'default' ELSE 'elsewhere' END, 1, i FROM numbers WHERE i > 1",
            "INSERT INTO ticketing_feed (tenant, position, ticket_key, version) SELECT 'default', " + (MANY + 1)
                    + " - i, i, 1" + " FROM numbers",
            "INSERT INTO ticketing_sequencer (tenant, last_position) SELECT 'default', max(i) FROM numbers",
            // some are parked, some are due before the year 2100, most are not
            "INSERT INTO ticketing_lane (tenant, subscription, ticket_key, next_version, last_version, attempts, parked,"
                    + " due_at) SELECT 'default', 'indexer', i, 1, 1, 0, CASE WHEN i % 50 = 1 THEN 1 ELSE 0 END,"
                    + " CASE WHEN i % 50 = 2 THEN 0 ELSE 9000000000000 END FROM numbers WHERE i > 10");

    private ManyOnServer() {}

    static void fill(TestDatabase database) {
        boolean maria = database.engine().isMariaDb();
        run(database, "CREATE TABLE numbers (i INTEGER PRIMARY KEY)");
        run(database, "INSERT INTO numbers VALUES (1)");
        for (int i = 1; i < MANY; i *= 2)
            run(database, "INSERT INTO numbers SELECT i + " + i + " FROM numbers WHERE i + " + i + " <= " + MANY);
        run(database, TICKETS);
        if (!maria) run(database, CHANGED);
        run(database, COUNTS);
        OF_TICKETS.forEach(sql -> run(database, sql));
        APART.forEach(sql -> run(database, sql));
        new OwnTransactions(database.dataSource()).write(sql -> {
            for (int i = 1; i <= IN_INDEX; i++)
                ((CandidateSearch) TicketSearch.over(sql)).index(TicketKey.of(i), state(i), List.of(entry(i)));
            return true;
        });
        if (!maria) run(database, "VACUUM ANALYZE");
        else for (String table : Rows.of(database.dataSource(), "SHOW TABLES")) run(database, "ANALYZE TABLE " + table);
    }

    private static IndexedEntry entry(int i) {
        return new IndexedEntry(1, true, true, List.of("printer", i % 4 < 2 ? "fire" : "smoke", "number" + i));
    }

    private static TicketState state(int i) {
        return TicketState.empty(TenantId.DEFAULT, TicketId.of("tkt_" + i))
                .with(TicketField.ACCOUNT, AccountId.of(i % 2 == 1 ? "analytical" : "account-" + i % 13));
    }

    static TicketId id(int number) {
        return new TicketId("tkt_%026d".formatted(number));
    }

    /** The place after a ticket in every order. */
    static Page.Cursor place(int number) {
        return new Page.Cursor(Instant.ofEpochMilli(number), id(number));
    }

    private static void run(TestDatabase database, String sql) {
        Rows.run(database.dataSource(), sql);
    }
}
