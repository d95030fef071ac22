package dev.ticketing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Columns to select, in the way in which an engine gives them fastest. SQLite packs them into one value, since each value that is
 * fetched is a call into native code. Immutable and thread-safe.
 */
final class Selection {

    private final String placed;
    private final String packed;

    private Selection(String placed, String packed) {
        this.placed = placed;
        this.packed = packed;
    }

    static Selection of(List<Column> columns) {
        String names = String.join(", ", Column.names(columns));
        return new Selection(names, "json_array(" + names + ")");
    }

    /** What to write between SELECT and FROM. */
    String in(Dialect dialect) {
        return dialect.isServer() ? placed : packed;
    }

    /** Reads a row of what was selected, and nothing beside it. */
    static Cells cells(Dialect dialect, ResultSet row) throws SQLException {
        return dialect.isServer() ? Cells.of(row) : PackedCells.of(row.getString(1));
    }
}
