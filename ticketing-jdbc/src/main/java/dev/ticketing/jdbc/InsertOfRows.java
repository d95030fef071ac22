package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An insert of several rows, of few lengths, so that each stays prepared.
 *
 * @param sql the statement
 * @param values those of all its rows
 */
record InsertOfRows(String sql, Object[] values) {

    /** How the one row of values begins in statements that can insert more of them. */
    private static final String ROW = "VALUES (";

    private static final int MOST_ROWS = 4;

    /** Says whether a statement inserts a row, and could insert more. */
    static boolean canBe(String sql) {
        return sql.contains(ROW);
    }

    /** Gives the few statements that come to the same as one for each row. */
    static List<InsertOfRows> of(String sql, List<Object[]> rows) {
        String row = sql.substring(sql.indexOf(ROW) + ROW.length() - 1).strip();
        List<InsertOfRows> inserts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<Object[]> some = rows.subList(from, Math.min(from + MOST_ROWS, rows.size()));
            inserts.add(new InsertOfRows(
                    sql.strip() + (", " + row).repeat(some.size() - 1),
                    some.stream().flatMap(Arrays::stream).toArray()));
        }
        return inserts;
    }
}
