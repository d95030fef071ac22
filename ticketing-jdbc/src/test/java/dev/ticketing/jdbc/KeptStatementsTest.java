package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptStatementsTest {

    private static final String ONE = "SELECT 1";
    private static final String ROWS = "SELECT value FROM things WHERE value > ? ORDER BY value";

    @RegisterExtension
    final Databases databases = new Databases();

    private RecordingDataSource driver;
    private DataSource source;
    private Connection connection;

    @BeforeEach
    void connects() throws SQLException {
        driver = new RecordingDataSource(databases.migrated());
        source = KeptStatements.over(driver.dataSource());
        connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE things (value INTEGER NOT NULL)");
            statement.executeUpdate("INSERT INTO things VALUES (1), (2), (3)");
        }
        driver.clear();
    }

    @AfterEach
    void disconnects() throws SQLException {
        connection.close();
    }

    @Test
    void preparesOnceWhatRunsAgain() throws SQLException {
        for (int i = 0; i < 3; i++) assertThat(first(ONE)).isEqualTo(1);

        assertThat(driver.statements()).containsExactly(ONE);
    }

    @Test
    void givesTwoUsersTwoStatements() throws SQLException {
        try (PreparedStatement outer = connection.prepareStatement(ROWS);
                PreparedStatement inner = connection.prepareStatement(ROWS)) {
            outer.setLong(1, 0);
            inner.setLong(1, 1);
            try (ResultSet outerRows = outer.executeQuery();
                    ResultSet innerRows = inner.executeQuery()) {
                outerRows.next();
                innerRows.next();
                assertThat(outerRows.getLong(1)).isEqualTo(1);
                assertThat(innerRows.getLong(1)).isEqualTo(2);
            }
        }
        assertThat(driver.statements()).hasSize(2);
    }

    @Test
    void forgetsValuesAndRows() throws SQLException {
        PreparedStatement left = connection.prepareStatement(ROWS);
        left.setLong(1, 0);
        ResultSet rows = left.executeQuery();
        rows.next();
        left.close();

        // an open row would lock the table
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE things");
            statement.executeUpdate("CREATE TABLE things (value INTEGER NOT NULL)");
            statement.executeUpdate("INSERT INTO things VALUES (7)");
        }
        try (PreparedStatement again = connection.prepareStatement(ROWS)) {
            assertThat(again.executeQuery().next()).isFalse(); // nothing is greater than no value
            again.setLong(1, 0);
            ResultSet found = again.executeQuery();
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(7);
        }
        assertThat(driver.statements()).containsExactly(ROWS);
    }

    @Test
    void preparesAgainWhatFailed() throws SQLException {
        String add = "INSERT INTO things VALUES (?)";
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setObject(1, null);
            assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
        }
        try (PreparedStatement statement = connection.prepareStatement(add)) {
            statement.setLong(1, 4);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        assertThat(driver.statements()).containsExactly(add, add);
    }

    @Test
    void refusesAStatementThatWasGivenBack() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ONE);
        statement.close();

        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
    }

    @Test
    void keepsSomeAndNotAll() throws SQLException {
        for (int i = 0; i < 200; i++) first("SELECT " + i);
        driver.clear();

        first("SELECT 199");
        first("SELECT 0");

        assertThat(driver.statements()).containsExactly("SELECT 0");
    }

    @Test
    void keepsWhatSqlUsesToo() throws SQLException {
        Sql sql = sql();
        for (int i = 0; i < 3; i++) {
            List<Long> read = new ArrayList<>();
            sql.readWhile(read::add, ROWS, row -> row.getLong(1), 1L);
            assertThat(read).containsExactly(2L, 3L);
            sql.readWhile(value -> false, ROWS, row -> row.getLong(1), 0L);
        }
        assertThat(driver.statements()).containsExactly(ROWS);

        // an open row would lock the table
        sql.update("DROP TABLE things");
    }

    @Test
    void preparesAgainWhatFailedForSql() throws SQLException {
        String add = "INSERT INTO things VALUES (?)";
        Sql broken = sql();
        assertThatThrownBy(() -> broken.update(add, (Object) null)).isInstanceOf(StorageException.class);

        Sql sql = sql();
        assertThat(sql.update(add, 4L)).isEqualTo(1);
        assertThat(sql.batch(add, List.of(new Object[] {5L}, new Object[] {6L})))
                .containsExactly(1, 1);
        assertThat(driver.statements()).containsExactly(add, add);
    }

    private Sql sql() throws SQLException {
        return new Sql(connection, SqlErrors.OWN, Dialect.SQLITE, Sql.Sight.SNAPSHOT, KeptStatements.of(connection));
    }

    private long first(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
