package dev.ticketing.jdbc;

import dev.ticketing.Diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;

/** What must be true of the rows whatever happened; each question asks for what breaks it. */
final class Invariants {

    /** How many of the rows that break something are named. */
    private static final int NAMED = 5;

    private static final String COUNTERS_THAT_MISCOUNT = """
            SELECT scope, scope_kind, status, SUM(tickets) AS surplus
            FROM (
                SELECT tenant, scope_kind, scope, status, priority, category, tickets FROM ticketing_count
                UNION ALL
                SELECT tenant, 'account', account, status, priority, category, -1 FROM ticketing_ticket
                UNION ALL
                SELECT tenant, 'department', department, status, priority, category, -1 FROM ticketing_ticket
            ) counted
            GROUP BY tenant, scope_kind, scope, status, priority, category
            HAVING SUM(tickets) <> 0
            """;

    private static final String TICKETS_WITH_GAPS_IN_THEIR_EVENTS = """
            SELECT t.id
            FROM ticketing_ticket t LEFT JOIN ticketing_event e ON e.ticket_key = t.ticket_key
            GROUP BY t.ticket_key, t.id, t.version, t.portal_version
            HAVING COUNT(e.version) <> t.version OR MAX(e.version) <> t.version
                OR COUNT(e.portal_version) <> t.portal_version
            """;

    private static final String TICKETS_WITH_GAPS_IN_THEIR_ENTRIES = """
            SELECT t.id
            FROM ticketing_ticket t LEFT JOIN ticketing_entry e ON e.ticket_key = t.ticket_key
            GROUP BY t.ticket_key, t.id, t.seq, t.portal_seq
            HAVING COUNT(e.seq) <> t.seq OR MAX(e.seq) <> t.seq OR COUNT(e.portal_seq) <> t.portal_seq
            """;

    private static final String ENTRIES_WITHOUT_WORDS = """
            SELECT e.id
            FROM ticketing_entry e
            LEFT JOIN ticketing_revision r ON r.ticket_key = e.ticket_key AND r.revision = e.revision
            WHERE r.revision IS NULL
            """;

    private static final String SUBJECTS_UNLIKE_THEIR_REVISION = """
            SELECT t.id
            FROM ticketing_ticket t
            LEFT JOIN ticketing_revision r ON r.ticket_key = t.ticket_key AND r.revision = t.subject_revision
            WHERE r.text IS NULL OR r.text <> t.subject
            """;

    private static final String EVENTS_NOT_ONCE_IN_THE_FEED = """
            SELECT t.id
            FROM (
                SELECT ticket_key, version, 1 AS times FROM ticketing_event
                UNION ALL
                SELECT ticket_key, version, -1 FROM ticketing_pending
                UNION ALL
                SELECT ticket_key, version, -1 FROM ticketing_feed
            ) counted
            JOIN ticketing_ticket t ON t.ticket_key = counted.ticket_key
            GROUP BY t.id, counted.ticket_key, counted.version
            HAVING SUM(counted.times) <> 0
            """;

    private static final String FEEDS_WITH_GAPS = """
            SELECT s.tenant
            FROM ticketing_sequencer s LEFT JOIN ticketing_feed f ON f.tenant = s.tenant
            GROUP BY s.tenant, s.last_position
            HAVING COUNT(f.position) <> s.last_position OR COALESCE(MAX(f.position), 0) <> s.last_position
            """;

    private static final String ENTRIES_THAT_NO_SEARCH_FINDS =
            """
            SELECT e.id
            FROM ticketing_entry e
            WHERE e.kind <> 'system'
                AND NOT EXISTS (SELECT 1 FROM ticketing_search WHERE rowid = e.ticket_key * (ROOM) + e.seq)
                AND NOT EXISTS (SELECT 1 FROM ticketing_unindexed WHERE entry_key = e.ticket_key * (ROOM) + e.seq)
            """.replace("(ROOM)", Long.toString(FullTextSearch.ENTRIES));

    /** Lists find such a ticket by the one time that it should have. */
    private static final String TICKETS_CHANGED_UNNOTICED = """
            SELECT id
            FROM ticketing_ticket
            WHERE changed <> CASE WHEN version > 1 THEN 1 ELSE 0 END
                OR (changed = 0
                    AND (updated_at <> created_at OR portal_updated_at <> created_at OR last_message_at <> created_at))
            """;

    private static final String TOO_MANY_UNINDEXED =
            "SELECT MIN(entry_key) FROM ticketing_unindexed HAVING COUNT(*) >= " + UnindexedTable.MOST;

    private static final List<Invariant> ALL = List.of(
            new Invariant("counters", "Counters do not agree with the tickets", COUNTERS_THAT_MISCOUNT),
            new Invariant("events", "Tickets have gaps in their events", TICKETS_WITH_GAPS_IN_THEIR_EVENTS),
            new Invariant("entries", "Tickets have gaps in their conversation", TICKETS_WITH_GAPS_IN_THEIR_ENTRIES),
            new Invariant("words", "Entries have lost their words", ENTRIES_WITHOUT_WORDS),
            new Invariant("subjects", "Subjects differ from their revision", SUBJECTS_UNLIKE_THEIR_REVISION),
            new Invariant("feed", "Tickets have events that are not in the feed once", EVENTS_NOT_ONCE_IN_THE_FEED),
            new Invariant("positions", "Tenants have gaps in their feed", FEEDS_WITH_GAPS));

    private static final Invariant CHANGED =
            new Invariant("changed", "Lists take tickets for unchanged that are not", TICKETS_CHANGED_UNNOTICED);

    private static final List<Invariant> OF_SQLITE = List.of(
            new Invariant("search", "Entries are found by no search", ENTRIES_THAT_NO_SEARCH_FINDS),
            new Invariant("unindexed", "Searches look through more entries than they should", TOO_MANY_UNINDEXED));

    private final Sql sql;

    Invariants(Sql sql) {
        this.sql = sql;
    }

    /** One thing that must be true; the question's first column names what breaks it, and holds nothing that people wrote. */
    private record Invariant(String check, String broken, String question) {}

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Invariant> asked = new ArrayList<>(ALL);
        if (sql.dialect().hasPartialIndexes()) asked.add(CHANGED);
        if (!sql.dialect().isServer()) asked.addAll(OF_SQLITE);
        for (Invariant invariant : asked) {
            List<String> found = sql.list(invariant.question(), row -> row.getString(1));
            if (!found.isEmpty()) findings.add(finding(invariant, found));
        }
        return findings;
    }

    private static Finding finding(Invariant invariant, List<String> found) {
        return Finding.error(
                invariant.check(),
                invariant.broken() + " (" + found.size() + "): "
                        + found.subList(0, Math.min(NAMED, found.size()))
                        + ". Something else wrote to the tables, or a backup was not of one moment.");
    }
}
