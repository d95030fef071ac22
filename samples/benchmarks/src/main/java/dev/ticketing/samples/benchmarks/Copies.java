package dev.ticketing.samples.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How very many tickets come into a server's database: the programs write the first ones, and SQL makes all others of these, many
 * times faster. A copy has keys, numbers and times of its own, also in its events, and the people and texts of its original.
 *
 * @param originals how many the programs write
 * @param copies how often these are there once more
 */
record Copies(int originals, int copies) {

    /** So many fit in a block. */
    private static final int ORIGINALS = 32_500;

    /** PostgreSQL's index of the library's words has blocks of so many keys; a copy has the same place in another block. */
    static final int BLOCK = 1 << 15;

    /** On MariaDB rows of words stand by blocks, of which so many are one of these. */
    private static final int BLOCKS_OF_WORDS = 8;

    /** How many bits of a key the small blocks in it leave out. */
    private static final List<Integer> BITS_OF_SMALL = List.of(9, 12);

    /** Stands for all columns that hold a time. */
    private static final String TIME = "*_at";

    private static final List<String> OF_LIBRARY = List.of(
            "ticketing_ticket",
            "ticketing_revision",
            "ticketing_entry",
            "ticketing_attachment",
            "ticketing_event",
            "ticketing_pending");

    private static final List<String> BY_HAND =
            List.of("hand_ticket", "hand_message", "hand_attachment", "hand_tag", "hand_audit");

    Copies {
        if (copies > 0 && originals % Case.LONG_EVERY != 0)
            throw new IllegalArgumentException("the copy of a long case would be a short one's number");
    }

    /** Gives how at least so many tickets are made. */
    static Copies of(Engine engine, int tickets) {
        if (!engine.isServer() || tickets <= ORIGINALS) return new Copies(tickets, 0);
        return new Copies(ORIGINALS, (tickets - 1) / ORIGINALS);
    }

    int tickets() {
        return originals * (copies + 1);
    }

    /** Keys without a gap need one that works alone. */
    int generators(Engine engine) {
        return copies == 0 ? engine.generators() : 1;
    }

    /** Gives what is stored as the ticket of this number. */
    Case caseOf(long number, Zipf texts) {
        return Case.of((number - 1) % originals + 1, texts).numbered(number);
    }

    /** Makes the copies in a database that has the originals only, on a connection that commits each statement. */
    void make(Connection connection, Engine engine) throws SQLException {
        if (copies == 0) return;
        HandSql sql = HandSql.over(connection);
        checkOriginals(sql);
        // else rows that are only read would be locked
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        WordIndexes indexes = WordIndexes.drop(sql, engine);
        // some numbers were skipped
        long numbers = number(sql, "SELECT last_number FROM ticketing_number");
        for (int copy = 1; copy <= copies; copy++) {
            Map<String, String> changes = changes(engine, copy, numbers);
            for (String table : OF_LIBRARY) copy(connection, table, "ticket_key < " + BLOCK, changes);
            if (engine == Engine.MARIADB) copy(connection, "ticketing_search_entry", "ticket_key < " + BLOCK, changes);
            copy(connection, "ticketing_search", originalWords(engine), changes);
            for (String table : BY_HAND) {
                String ticket = table.equals("hand_ticket") ? "id" : "ticket_id";
                copy(connection, table, ticket + " <= " + originals, changes);
            }
        }
        sql.run("UPDATE ticketing_count SET tickets = tickets * " + (copies + 1));
        sql.run("UPDATE ticketing_number SET last_number = last_number * " + (copies + 1));
        if (engine == Engine.POSTGRESQL)
            number(
                    sql,
                    "SELECT setval(pg_get_serial_sequence('ticketing_ticket', 'ticket_key'), max(ticket_key))"
                            + " FROM ticketing_ticket");
        indexes.makeAgain();
    }

    private void checkOriginals(HandSql sql) throws SQLException {
        long tickets = number(sql, "SELECT count(*) FROM ticketing_ticket");
        long last = number(sql, "SELECT max(ticket_key) FROM ticketing_ticket");
        if (tickets != originals || last >= BLOCK)
            throw new IllegalStateException(
                    "These are no originals: %d tickets with keys up to %d. Write %d with keys below %d."
                            .formatted(tickets, last, originals, BLOCK));
    }

    /** By what the table has an index of: all entries are of one tenant. */
    private static String originalWords(Engine engine) {
        return engine == Engine.MARIADB
                ? "tenant_scope = (SELECT min(tenant_scope) FROM ticketing_search) AND block < " + BLOCKS_OF_WORDS
                : "ticket_key < " + BLOCK;
    }

    private static void copy(Connection connection, String table, String originals, Map<String, String> changes)
            throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        StringJoiner values = new StringJoiner(", ");
        String order = "";
        try (ResultSet row =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (row.next()) {
                String column = row.getString("COLUMN_NAME");
                boolean isTime = column.equals("at") || column.endsWith("_at");
                String change = isTime
                        ? column + changes.get(TIME)
                        : changes.getOrDefault(table + "." + column, changes.get(column));
                if (change == null && row.getString("IS_AUTOINCREMENT").equals("YES")) {
                    // nothing refers to it: the table gives another
                    order = " ORDER BY " + column;
                } else {
                    columns.add(column);
                    values.add(change == null ? column : change);
                }
            }
        }
        HandSql.over(connection)
                .run("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table + " WHERE "
                        + originals + order);
    }

    /** What is different in a copy, by the names of columns: of one table, or of all that have no other. */
    private Map<String, String> changes(Engine engine, int copy, long numbers) {
        long cases = (long) copy * originals;
        long messages = copy * HandCases.messagesBefore(originals + 1L);
        Map<String, String> changes = new HashMap<>();
        changes.put("ticket_key", "ticket_key + " + (long) copy * BLOCK);
        changes.put("ticketing_ticket.id", "concat(substr(id, 1, 4), '%010d', substr(id, 15))".formatted(copy));
        changes.put("ticketing_ticket.number", "number + " + copy * numbers);
        changes.put(
                "ticketing_ticket.external_id",
                "concat('case-', CAST(substr(external_id, 6) AS DECIMAL(10)) + " + cases + ")");
        if (engine == Engine.POSTGRESQL) changes.put("ticketing_search.words", words(copy));
        changes.put("ticketing_search.block", "block + " + copy * BLOCKS_OF_WORDS);
        changes.put("ticketing_event.changes", changesOfEvent((long) copy * BLOCK, cases * Case.APART));
        changes.put("hand_ticket.id", "id + " + cases);
        changes.put("hand_ticket.public_id", Case.publicIdBySql("id + " + cases));
        changes.put("ticket_id", "ticket_id + " + cases);
        changes.put("hand_message.id", "id + " + messages);
        changes.put("hand_message.public_id", "concat('tmsg_', lpad(concat(id + " + messages + ", ''), 26, '0'))");
        changes.put("message_id", "message_id + " + messages);
        changes.put(TIME, " + " + cases * Case.APART);
        return changes;
    }

    /** Events say what fields became, each value after its length. A time is that of the event, and all are equally long. */
    private static String changesOfEvent(long keys, long time) {
        String changes = "replace(changes, concat('-13:', at), concat('-13:', at + " + time + "))";
        for (String field : List.of("number", "external_id")) {
            String value = "concat('" + field + "-', (SELECT concat(length(concat(" + field + ", '')), ':', " + field
                    + ") FROM ticketing_ticket t WHERE t.ticket_key = ticketing_event.ticket_key + %d))";
            changes = "replace(" + changes + ", " + value.formatted(0) + ", " + value.formatted(keys) + ")";
        }
        return changes;
    }

    /** Each word begins with the number of its block, 0 in originals; the quote before it says that a word begins. */
    private static String words(int copy) {
        String words = "CAST(words AS text)";
        for (int bits : BITS_OF_SMALL) {
            String small = "concat('''0==" + bits + "-', %s >> " + bits + ", '''')";
            words = "replace(" + words + ", " + small.formatted("ticket_key") + ", "
                    + small.formatted("(ticket_key + " + (long) copy * BLOCK + ")") + ")";
        }
        return "CAST(replace(" + words + ", '''0=', '''" + copy + "=') AS tsvector)";
    }

    private static long number(HandSql sql, String question) throws SQLException {
        return sql.list(question, row -> row.getLong(1)).get(0);
    }
}
