package dev.ticketing.samples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Indexes of the library's tickets that a run goes without, to see what they cost whoever writes.
 *
 * @param indexes their names; empty for none
 */
record Without(List<String> indexes) {

    static final Without NOTHING = new Without(List.of());

    private static final String OF_TICKETS = "ix_ticketing_ticket__";

    Without {
        for (String index : indexes)
            if (!index.matches(OF_TICKETS + "[a-z_]+"))
                throw new IllegalArgumentException(
                        "without: \"" + index + "\" is no index that begins with " + OF_TICKETS);
    }

    /** Takes them away from a copy. */
    void dropFrom(String url) {
        if (indexes.isEmpty()) return;
        String table = Engine.of(url) == Engine.MARIADB ? " ON ticketing_ticket" : "";
        try (Connection connection = DriverManager.getConnection(url)) {
            HandSql sql = HandSql.over(connection);
            for (String index : indexes) sql.run("DROP INDEX " + index + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
