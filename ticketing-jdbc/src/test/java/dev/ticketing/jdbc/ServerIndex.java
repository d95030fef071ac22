package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestDatabase;
import java.util.List;

/**
 * An index of ours on a server.
 *
 * @param name its name
 * @param away what takes it away from the planner
 * @param back what gives it back
 */
record ServerIndex(String name, String away, String back) {

    /** But for those that stand for the primary key of a table without one: the engine does not do without them. */
    private static final String OF_MARIADB = """
            SELECT DISTINCT table_name, index_name FROM information_schema.statistics s
            WHERE table_schema = DATABASE() AND index_name REGEXP '^[iu]x_'
                AND (non_unique = 1 OR EXISTS (SELECT 1 FROM information_schema.table_constraints c
                                               WHERE c.table_schema = s.table_schema AND c.table_name = s.table_name
                                                   AND c.constraint_type = 'PRIMARY KEY'))
            """;

    private static final String OF_POSTGRESQL = """
            SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname ~ '^[iu]x_'
            """;

    static List<ServerIndex> all(TestDatabase database) {
        boolean maria = database.engine().isMariaDb();
        return Rows.of(database.dataSource(), maria ? OF_MARIADB : OF_POSTGRESQL).stream()
                .map(row -> row.split(" ", 2))
                .map(row -> maria ? ofMariadb(row[0], row[1]) : new ServerIndex(row[0], "DROP INDEX " + row[0], row[1]))
                .toList();
    }

    private static ServerIndex ofMariadb(String table, String name) {
        String alter = "ALTER TABLE " + table + " ALTER INDEX " + name;
        return new ServerIndex(name, alter + " IGNORED", alter + " NOT IGNORED");
    }
}
