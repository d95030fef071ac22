package dev.ticketing.samples.supportdesk;

import static dev.ticketing.samples.supportdesk.Markdown.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.jdbc.JdbcTicketing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps docs/schema.md equal to the tables and indexes that a new database has. */
class DocSchemaTest {

    private static final String TABLES = """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'virtual') AND name LIKE 'ticketing#_%' ESCAPE '#'
              AND name <> 'ticketing_schema_history'
            """;

    private static final String INDEXES = """
            SELECT name FROM sqlite_schema
            WHERE type = 'index' AND name LIKE '_x#_ticketing#_%' ESCAPE '#'
            """;

    @TempDir
    private Path folder;

    @Test
    void printsEveryTableAndColumn() throws SQLException {
        try (Connection connection = migrated()) {
            List<List<String>> tables = new ArrayList<>();
            for (String table : names(connection, TABLES))
                tables.add(List.of(code(table), columns(connection, "pragma_table_info", table, "`, `")));
            assertThat(Markdown.page("docs/schema.md").table("Table", "What it holds", "Columns"))
                    .extracting(row -> List.of(
                            row.get(0), row.get(2).substring(1, row.get(2).length() - 1)))
                    .containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    @Test
    void printsEveryIndex() throws SQLException {
        try (Connection connection = migrated()) {
            List<List<String>> indexes = new ArrayList<>();
            for (String index : names(connection, INDEXES))
                indexes.add(List.of(code(index), columns(connection, "pragma_index_info", index, ", ")));
            assertThat(Markdown.page("docs/schema.md").table("Index", "Columns", "What reads it"))
                    .extracting(row -> row.subList(0, 2))
                    .containsExactlyInAnyOrderElementsOf(indexes);
        }
    }

    private Connection migrated() throws SQLException {
        Path file = folder.resolve("schema.db");
        JdbcTicketing.open(file).close();
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static String columns(Connection connection, String pragma, String of, String separator)
            throws SQLException {
        return names(connection, "SELECT name FROM " + pragma + "('" + of + "')").stream()
                .collect(Collectors.joining(separator));
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }
}
