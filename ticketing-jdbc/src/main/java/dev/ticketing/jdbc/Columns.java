package dev.ticketing.jdbc;

import dev.ticketing.spi.TicketField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Java values stand in columns: instants as epoch milliseconds, constants of enums in lower case. */
final class Columns {

    private Columns() {}

    static String string(ResultSet row, String column) throws SQLException {
        return present(row.getString(column), column);
    }

    /** The same by place, for reads that are so short that looking a name up shows. */
    static String string(ResultSet row, int column) throws SQLException {
        return present(row.getString(column), column);
    }

    private static String present(@Nullable String value, Object column) throws SQLException {
        if (value == null) throw new SQLException("column " + column + " is null");
        return value;
    }

    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static <E extends Enum<E>> E constant(Class<E> type, ResultSet row, String column) throws SQLException {
        return Enum.valueOf(type, string(row, column).toUpperCase(Locale.ROOT));
    }

    /** The constants of an enum by the words that stand for them. */
    static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).collect(Collectors.toUnmodifiableMap(Columns::of, each -> each));
    }

    static Long of(Instant at) {
        return at.toEpochMilli();
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <T> List<String> words(TicketField<T> field, Collection<T> values) {
        return values.stream().map(field::encode).toList();
    }

    /** Numbers that count public things only: what is not public has none, and none is null to be unique. */
    static Object publicNumber(long number) {
        return number == 0 ? Absent.NUMBER : (Object) number;
    }
}
