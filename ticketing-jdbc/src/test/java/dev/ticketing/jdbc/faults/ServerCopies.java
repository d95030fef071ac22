package dev.ticketing.jdbc.faults;

import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database on a server, whose rows are put back for each try. */
final class ServerCopies implements Prepared {

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final TestDatabase database;
    private final List<Table> tables = new ArrayList<>();

    ServerCopies(TestEngine engine, Consumer<DataSource> fill) {
        database = engine.empty();
        fill.accept(database.dataSource());
        try (Connection connection = database.dataSource().getConnection()) {
            for (String name : Backend.of(connection).tables(connection))
                if (!name.startsWith("ticketing_schema")) tables.add(read(connection, name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        // tickets first: the others point at them
        tables.sort((one, other) -> Boolean.compare(
                other.name().equals("ticketing_ticket"), one.name().equals("ticketing_ticket")));
    }

    private record Table(String name, List<String> columns, List<@Nullable Object[]> rows) {}

    @Override
    public DataSource restored() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<Table> lastFirst = new ArrayList<>(tables);
            Collections.reverse(lastFirst);
            for (Table table : lastFirst) statement.executeUpdate("DELETE FROM " + table.name());
            for (Table table : tables) write(connection, table);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }

    private static Table read(Connection connection, String name) throws SQLException {
        Set<String> generated = generated(connection, name);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + name)) {
            ResultSetMetaData about = row.getMetaData();
            List<Integer> places = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++)
                if (!generated.contains(about.getColumnName(i))) places.add(i);
            List<String> columns = new ArrayList<>();
            for (int place : places) columns.add(about.getColumnName(place));
            List<@Nullable Object[]> rows = new ArrayList<>();
            while (row.next()) {
                @Nullable Object[] values = new Object[places.size()];
                for (int i = 0; i < values.length; i++) values[i] = value(row, places.get(i));
                rows.add(values);
            }
            return new Table(name, columns, rows);
        }
    }

    private static Set<String> generated(Connection connection, String table) throws SQLException {
        Set<String> names = new java.util.HashSet<>();
        try (ResultSet column =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (column.next())
                if ("YES".equals(column.getString("IS_GENERATEDCOLUMN"))) names.add(column.getString("COLUMN_NAME"));
        }
        return names;
    }

    /** A value as it can be written again. */
    static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return BINARY.contains(row.getMetaData().getColumnType(column)) ? row.getBytes(column) : row.getObject(column);
    }

    private static void write(Connection connection, Table table) throws SQLException {
        if (table.rows().isEmpty()) return;
        String places = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
        String insert =
                "INSERT INTO " + table.name() + " (" + String.join(", ", table.columns()) + ") VALUES (" + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (@Nullable Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) statement.setObject(i + 1, row[i]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
