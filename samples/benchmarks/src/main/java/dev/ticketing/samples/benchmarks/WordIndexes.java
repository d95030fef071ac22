package dev.ticketing.samples.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The indexes of words on a server, which are made at once much faster than row by row. Without them a table can be filled; they are
 * to be made again by what they were made of.
 */
final class WordIndexes {

    private static final String OF_POSTGRESQL = """
            SELECT 'DROP INDEX ' || indexname, indexdef FROM pg_indexes
            WHERE schemaname = current_schema() AND indexdef LIKE '%USING gin%'
            """;

    /**
     * One statement for all indexes of a table, so that it is read once. MariaDB 11.4 finds nothing by a FULLTEXT index that is made
     * where there was one before, unless the table is made anew with it.
     */
    private static final String OF_MARIADB = """
            SELECT concat('ALTER TABLE ', table_name, ' ', group_concat('DROP INDEX ', index_name SEPARATOR ', ')),
                   concat('ALTER TABLE ', table_name, ' ', group_concat('ADD ', kind, 'INDEX ', index_name, columns SEPARATOR ', '),
                          IF(max(kind) = '', '', ', FORCE'))
            FROM (
                SELECT table_name, index_name, IF(index_type = 'FULLTEXT', 'FULLTEXT ', '') AS kind,
                       concat(' (', group_concat(column_name ORDER BY seq_in_index SEPARATOR ', '), ')') AS columns
                FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY'
                    AND (table_name = 'ticketing_search' OR index_type = 'FULLTEXT')
                GROUP BY table_name, index_name, index_type
            ) word_index
            GROUP BY table_name
            """;

    private static final List<String> FOR_LARGE_SORTS_ON_POSTGRESQL =
            List.of("SET synchronous_commit = off", "SET maintenance_work_mem = '1GB'", "SET work_mem = '256MB'");

    private final HandSql sql;
    private final List<String> making;

    private WordIndexes(HandSql sql, List<String> making) {
        this.sql = sql;
        this.making = making;
    }

    static WordIndexes drop(HandSql sql, Engine engine) throws SQLException {
        if (engine == Engine.POSTGRESQL) for (String setting : FOR_LARGE_SORTS_ON_POSTGRESQL) sql.run(setting);
        List<String> making = new ArrayList<>();
        List<String> dropping = sql.list(engine == Engine.POSTGRESQL ? OF_POSTGRESQL : OF_MARIADB, row -> {
            making.add(row.getString(2));
            return row.getString(1);
        });
        if (dropping.isEmpty()) throw new IllegalStateException("there is no index of words");
        for (String each : dropping) sql.run(each);
        return new WordIndexes(sql, making);
    }

    void makeAgain() throws SQLException {
        for (String each : making) sql.run(each);
    }
}
