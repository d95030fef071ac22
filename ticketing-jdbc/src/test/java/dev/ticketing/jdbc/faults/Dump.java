package dev.ticketing.jdbc.faults;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All that a database holds, row by row: every table, ours and the host's. */
record Dump(Map<String, List<String>> tables) {

    private static final String WORDS = "words of the search";

    /** Everything but number blocks, byte for byte. */
    static Dump of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Dump of(Connection connection) throws SQLException {
        Backend backend = Backend.of(connection);
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : backend.tables(connection))
            if (!backend.numberBlocks().contains(table)) tables.put(table, rows(connection, table, (name) -> name));
        return new Dump(tables);
    }

    /** What it means: keys that the database allots and numbers that may skip are left out, full text is given as words. */
    static Dump meaning(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Backend backend = Backend.of(connection);
            Map<String, String> tickets = tickets(connection);
            Map<String, List<String>> tables = new TreeMap<>();
            for (String table : backend.tables(connection))
                if (!backend.numberBlocks().contains(table) && !backend.pieces().contains(table))
                    tables.put(table, rows(connection, table, new Meaning(tickets)));
            tables.put("ticketing_count", counts(connection));
            if (backend == Backend.SQLITE) tables.put(WORDS, words(connection));
            return new Dump(NewIds.in(tables).replaced(tables));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves out contents that no row names and that a sweep removes. */
    Dump withoutStaged() {
        Map<String, List<String>> left = new TreeMap<>(tables);
        List<String> keys = left.put("ticketing_blob_staged", List.of()).stream()
                .map(row -> row.substring(0, row.indexOf(' ') + 1))
                .toList();
        left.computeIfPresent(
                "ticketing_blob_chunk",
                (table, rows) -> rows.stream()
                        .filter(row -> keys.stream().noneMatch(row::startsWith))
                        .toList());
        return new Dump(left);
    }

    /** Says in which tables the two differ, and where first. */
    String differenceFrom(Dump other) {
        StringBuilder told = new StringBuilder();
        TreeSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        for (String table : names) {
            List<String> mine = new ArrayList<>(tables.getOrDefault(table, List.of("no table")));
            List<String> others = new ArrayList<>(other.tables.getOrDefault(table, List.of("no table")));
            List<String> common = new ArrayList<>(mine);
            common.retainAll(others);
            mine.removeAll(common);
            others.removeAll(common);
            if (!mine.isEmpty())
                told.append("\n  ").append(table).append(" has ").append(mine);
            if (!others.isEmpty())
                told.append("\n  ").append(table).append(" lacks ").append(others);
        }
        return told.toString();
    }

    private static Map<String, String> tickets(Connection connection) throws SQLException {
        Map<String, String> ids = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT ticket_key, id FROM ticketing_ticket")) {
            while (row.next()) ids.put(row.getString(1), row.getString(2));
        }
        return ids;
    }

    /** A counter is the sum of its stripes, and one that fell to nothing is none. */
    private static List<String> counts(Connection connection) throws SQLException {
        return rows(
                connection,
                "(SELECT tenant, scope_kind, scope, status, priority, category, SUM(tickets) AS tickets"
                        + " FROM ticketing_count GROUP BY tenant, scope_kind, scope, status, priority, category"
                        + " HAVING SUM(tickets) <> 0) counted",
                value -> value);
    }

    private static List<String> words(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.ticketing_words"
                    + " USING fts5vocab ('main', 'ticketing_search', 'instance')");
        }
        return rows(connection, "ticketing_words", value -> value);
    }

    private static List<String> rows(Connection connection, String table, UnaryOperator<String> columns)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData about = row.getMetaData();
            while (row.next()) {
                StringBuilder values = new StringBuilder();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    String cell = about.getColumnName(i) + "=" + text(ServerCopies.value(row, i));
                    values.append(columns.apply(cell)).append(' ');
                }
                rows.add(values.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof byte[] bytes)) return String.valueOf(value);
        if (isText(bytes)) return new String(bytes, StandardCharsets.US_ASCII);
        if (bytes.length <= 64) return HexFormat.of().formatHex(bytes);
        return bytes.length + " bytes " + Arrays.hashCode(bytes);
    }

    /** Ids are bytes on some engines. */
    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) if (one < ' ' || one > '~') return false;
        return true;
    }

    /** Leaves out of {@code column=value} what the database is free to choose. */
    private record Meaning(Map<String, String> tickets) implements UnaryOperator<String> {

        @Override
        public String apply(String cell) {
            int split = cell.indexOf('=');
            String column = cell.substring(0, split);
            String value = cell.substring(split + 1);
            if (column.equals("ticket_key")) return column + "=" + tickets.get(value);
            if (column.equals("number")) return column;
            if (column.endsWith("_key") && value.matches("\\d+")) return column;
            // on PostgreSQL words begin with the block of the ticket's key, and small blocks are words, too
            if (column.equals("words"))
                return column + "="
                        + value.replaceAll("'\\d+==\\d+-\\d+' ?", "").replaceAll("'\\d+=", "'");
            if (column.equals("changes")) return column + "=" + value.replaceAll("6:number-\\d+:\\d+", "number");
            return cell;
        }
    }
}
