package dev.ticketing.jdbc.campaign;

import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Cuts connections at the server, in the middle of whatever they do. */
final class Connections {

    private static final int UNKNOWN_THREAD = 1094;

    private Connections() {}

    /** Cuts all to this database but its own. @return how many */
    static int cut(TestDatabase database) {
        TestEngine engine = database.engine();
        if (engine == TestEngine.SQLITE) return 0;
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            return engine == TestEngine.POSTGRESQL ? cutPostgres(statement) : cutMaria(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int cutPostgres(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int cutMaria(Statement statement) throws SQLException {
        List<Long> others = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT id FROM information_schema.processlist" + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
            while (rows.next()) others.add(rows.getLong(1));
        }
        for (long id : others) {
            try {
                statement.execute("KILL " + id);
            } catch (SQLException e) {
                if (e.getErrorCode() != UNKNOWN_THREAD) throw e;
            }
        }
        return others.size();
    }
}
