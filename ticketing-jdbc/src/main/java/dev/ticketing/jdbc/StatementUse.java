package dev.ticketing.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One use of a prepared statement. When it is over the statement is kept for the next use, if its connection keeps statements and
 * all went well, and closed otherwise.
 */
final class StatementUse implements AutoCloseable {

    private final PreparedStatement statement;
    private final String sql;
    private final Optional<KeptStatements.Keeping> keeping;
    private @Nullable ResultSet rows;
    private boolean wentWell;

    private StatementUse(PreparedStatement statement, String sql, Optional<KeptStatements.Keeping> keeping) {
        this.statement = statement;
        this.sql = sql;
        this.keeping = keeping;
    }

    /** Of a statement that is closed afterwards. */
    static StatementUse of(PreparedStatement statement) {
        return new StatementUse(statement, "", Optional.empty());
    }

    /** Of a statement that is kept afterwards. */
    static StatementUse of(KeptStatements.Keeping keeping, String sql) throws SQLException {
        return new StatementUse(keeping.take(sql), sql, Optional.of(keeping));
    }

    PreparedStatement statement() {
        return statement;
    }

    /** Binds all values of the statement. */
    void bind(Object... values) throws SQLException {
        bind(statement, values);
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Absent absent) statement.setNull(i + 1, absent.type());
            else statement.setObject(i + 1, values[i] instanceof TicketKey key ? (Object) key.value() : values[i]);
        }
    }

    /** Gives the rows of the statement, which was run. */
    ResultSet rows() throws SQLException {
        ResultSet result = statement.getResultSet();
        rows = result;
        return result;
    }

    /** Says that the use came to its end. */
    <T> T end(T result) {
        wentWell = true;
        return result;
    }

    /** Ends the use after a failure, which is the one to tell. */
    void closeAfter(Exception failure) {
        try {
            close();
        } catch (SQLException | RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public void close() throws SQLException {
        boolean kept = false;
        try {
            // rows that stay open would keep their snapshot
            if (rows != null) rows.close();
            if (wentWell && keeping.isPresent()) {
                keeping.get().giveBack(sql, statement);
                kept = true;
            }
        } finally {
            if (!kept) statement.close();
        }
    }
}
