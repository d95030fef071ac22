package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that travel to a server together, in their order; after one that fails none is run. PostgreSQL's driver sends them
 * as they are, each prepared; for MariaDB they are one compound statement, which needs no permission in the host's URL.
 */
final class Script {

    /** From here on it should leave, so that neither a packet nor the driver's cache of statements becomes too small. */
    private static final int FULL = 256 * 1024;

    private final Dialect dialect;
    private final List<String> statements = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private int size;
    private boolean hasInserted;

    Script(Dialect dialect) {
        this.dialect = dialect;
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    boolean isFull() {
        // what is known of an inserted ticket is known until the script's end
        return size > FULL && !hasInserted;
    }

    int length() {
        return statements.size();
    }

    void clear() {
        statements.clear();
        values.clear();
        size = 0;
        hasInserted = false;
    }

    /** Adds a statement; none of ours has a question mark that stands for anything but a value. */
    void add(String sql, Object... bound) {
        String words = TicketKey.areKnown(bound) ? sql : namingTheInserted(sql, bound);
        for (Object value : bound) {
            if (isOfTheInserted(value)) continue;
            size += weight(value);
            values.add(value);
        }
        statements.add(words.strip());
        hasInserted |= words.contains(dialect.keyOfLastInserted());
        size += words.length();
    }

    private String namingTheInserted(String sql, Object[] bound) {
        StringBuilder words = new StringBuilder(2 * sql.length());
        int done = 0;
        int mark = -1;
        for (Object value : bound) {
            mark = sql.indexOf('?', mark + 1);
            if (!isOfTheInserted(value)) continue;
            words.append(sql, done, mark).append(dialect.keyOfLastInserted());
            done = mark + 1;
        }
        return words.append(sql, done, sql.length()).toString();
    }

    private static boolean isOfTheInserted(Object value) {
        return value instanceof TicketKey key && !key.isKnown();
    }

    /** What it comes to without its first statements, which have no values. */
    List<String> after(int first) {
        return dialect.together(statements.subList(first, statements.size()));
    }

    /** Runs all of it and gives the statement, which stands on the result of the last one. */
    PreparedStatement runToLast(Connection connection) throws SQLException {
        List<String> sent = after(0);
        PreparedStatement statement = run(connection, sent);
        for (int i = dialect.resultsBeforeLast(sent.size()); i > 0; i--) statement.getMoreResults();
        return statement;
    }

    /** Runs what {@link #after} gave, and gives the statement, which stands on the first result. */
    PreparedStatement run(Connection connection, List<String> sent) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(dialect.script(sent));
        try {
            StatementUse.bind(statement, values.toArray());
            statement.execute();
            return statement;
        } catch (SQLException | RuntimeException e) {
            try {
                statement.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static int weight(Object value) {
        if (value instanceof String text) return text.length();
        return value instanceof byte[] bytes ? bytes.length : Long.BYTES;
    }
}
