package dev.ticketing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Values that stand in columns of their own: from one on, in an order of their own if there are places. */
record PlacedCells(ResultSet row, int first, int @Nullable [] places) implements Cells {

    @Override
    public @Nullable String text(int place) throws SQLException {
        return row.getString(column(place));
    }

    @Override
    public @Nullable Long number(int place) throws SQLException {
        long number = row.getLong(column(place));
        return number == 0 && row.wasNull() ? null : (Long) number;
    }

    private int column(int place) {
        return first + (places == null ? place : places[place]);
    }
}
