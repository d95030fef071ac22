package dev.ticketing.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as one array in JSON, as SQLite writes it: texts, whole numbers and nulls. Fetching one value instead of fifty saves fifty
 * calls into native code.
 */
final class PackedCells implements Cells {

    private final List<@Nullable Object> values;

    private PackedCells(List<@Nullable Object> values) {
        this.values = values;
    }

    static PackedCells of(String array) throws SQLException {
        return new PackedCells(new Reader(array).values());
    }

    @Override
    public @Nullable String text(int place) {
        return (String) values.get(place);
    }

    @Override
    public @Nullable Long number(int place) {
        return (Long) values.get(place);
    }

    /** Reads what {@code json_array} wrote; anything else is refused. */
    private static final class Reader {

        private static final int NONE = Integer.MAX_VALUE;

        private final String array;
        private int at;
        private int escape = -1;

        Reader(String array) {
            this.array = array;
        }

        List<@Nullable Object> values() throws SQLException {
            List<@Nullable Object> values = new ArrayList<>(TicketColumns.NAMES.size() + 1);
            try {
                char before = next();
                while (before == '[' || before == ',') {
                    values.add(value());
                    before = next();
                }
                if (before == ']' && at == array.length()) return values;
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new SQLException("a packed row ends too early or has a number that is none", e);
            }
            throw new SQLException("a packed row is no flat array");
        }

        private @Nullable Object value() throws SQLException {
            char first = array.charAt(at);
            if (first == '"') return text();
            if (first != 'n') return number();
            at += "null".length();
            return null;
        }

        private Long number() {
            int from = at;
            while (array.charAt(at) != ',' && array.charAt(at) != ']') at++;
            return Long.parseLong(array, from, at, 10);
        }

        private String text() throws SQLException {
            int from = ++at;
            at = array.indexOf('"', from);
            if (at < escapeFrom(from)) return array.substring(from, at++);
            StringBuilder text = new StringBuilder();
            for (at = from; ; text.append(escaped())) {
                int end = Math.min(array.indexOf('"', at), escapeFrom(at));
                text.append(array, at, end);
                at = end;
                if (next() == '"') return text.toString();
            }
        }

        /** Looks for the next backslash, which most rows have none of, but once. */
        private int escapeFrom(int from) {
            if (escape < from) {
                int found = array.indexOf('\\', from);
                escape = found < 0 ? NONE : found;
            }
            return escape;
        }

        private char escaped() throws SQLException {
            char word = next();
            return switch (word) {
                case '"', '\\', '/' -> word;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(array, at - 4, at, 16);
                }
                default -> throw new SQLException("a packed row has an escape that is none");
            };
        }

        private char next() {
            return array.charAt(at++);
        }
    }
}
