package dev.ticketing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one row by their places, from 0, however an engine gives them. */
interface Cells {

    /** Gives a text, or null. */
    @Nullable
    String text(int place) throws SQLException;

    /** Gives a number, or null. */
    @Nullable
    Long number(int place) throws SQLException;

    /** The columns of a result set as they stand there. */
    static Cells of(ResultSet row) {
        return new PlacedCells(row, 1, null);
    }

    /** The columns of a result set from one on, in an order of their own. */
    static Cells of(ResultSet row, int first, int[] places) {
        return new PlacedCells(row, first, places);
    }

    default String string(int place) throws SQLException {
        String value = text(place);
        if (value == null) throw new SQLException("column " + place + " is null");
        return value;
    }

    default Optional<String> optional(int place) throws SQLException {
        return Optional.ofNullable(text(place));
    }

    /** Gives a number, 0 for null. */
    default long whole(int place) throws SQLException {
        Long value = number(place);
        return value == null ? 0 : value;
    }

    default Instant instant(int place) throws SQLException {
        return Instant.ofEpochMilli(whole(place));
    }

    default <E extends Enum<E>> E constant(Map<String, E> words, int place) throws SQLException {
        E constant = words.get(string(place));
        if (constant == null) throw new SQLException("column " + place + " has an unknown word");
        return constant;
    }
}
