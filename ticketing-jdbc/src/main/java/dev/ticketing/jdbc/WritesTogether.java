package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one statement of writes that follow each other, for PostgreSQL, where a statement costs more than the row that it writes.
 * Parts of a statement do not see what the others write, and run in any order; so only inserts are put together, with the row of
 * the ticket that they belong to, be it new or found. Not thread-safe.
 */
final class WritesTogether {

    private static final String INSERT = "INSERT INTO ";
    private static final String OPENS = INSERT + "ticketing_ticket ";
    private static final String FINDS = "WITH found AS (";
    private static final String ONE_FOUND = "SELECT 1 / count(*) FROM found";

    private final List<String> statements = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final List<String> inserts = new ArrayList<>();
    private boolean opens;

    private WritesTogether() {}

    /** Makes a statement that fails unless another one finds one row. */
    static String findingOne(String sql) {
        return FINDS + sql + " RETURNING 1) " + ONE_FOUND;
    }

    /** Gives what is left of some statements, in their order. */
    static List<String> of(List<String> statements) {
        WritesTogether together = new WritesTogether();
        statements.forEach(together::add);
        together.end();
        return together.statements;
    }

    private void add(String statement) {
        if (statement.startsWith(FINDS)) {
            end();
            named.add(statement.substring(statement.indexOf("found"), statement.length() - ONE_FOUND.length() - 1));
        } else if (statement.startsWith(OPENS)) {
            end();
            opens = true;
            named.add("opened AS (" + statement + " RETURNING ticket_key)");
        } else if (statement.startsWith(INSERT) && !statement.contains(" RETURNING ")) {
            inserts.add(statement);
        } else {
            end();
            statements.add(statement);
        }
    }

    private void end() {
        if (!inserts.isEmpty() || !named.isEmpty()) statements.add(together());
        named.clear();
        inserts.clear();
        opens = false;
    }

    private String together() {
        boolean finds = !named.isEmpty() && !opens;
        for (String insert : inserts) named.add("w" + named.size() + " AS (" + withKey(insert) + ")");
        if (named.size() == 1 && !inserts.isEmpty()) return inserts.get(0);
        return "WITH " + String.join(",\n", named) + "\n" + (finds ? ONE_FOUND : "SELECT 1");
    }

    private String withKey(String insert) {
        return opens
                ? insert.replace(Dialect.POSTGRESQL.keyOfLastInserted(), "(SELECT ticket_key FROM opened)")
                : insert;
    }
}
