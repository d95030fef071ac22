package dev.ticketing.jdbc.campaign;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Limits;
import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.servers.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** How each process of a campaign opens the same database, with its guards or without them. */
final class Doors {

    private static final int CONNECTIONS = 26;

    private Doors() {}

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    static Ticketing open(DataSource dataSource, Without without) {
        Limits limits = Limits.defaults().withLists(100_000).withConversation(1_000_000, Long.MAX_VALUE / 2);
        boolean mariadb = product(dataSource).equals("MariaDB");
        boolean sqlite = product(dataSource).equals("SQLite");
        return JdbcTicketing.builder(new Rewriting(
                                sql -> Scripts.rewritten(sql, one -> without.words(one, mariadb, sqlite)))
                        .over(dataSource))
                .settings(Settings.defaults().limits(limits))
                .build();
    }

    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which guard is taken out, by other words in SQL. */
    enum Without {
        /** None. */
        NOTHING,
        /** Nobody compares versions, nobody locks the row, and the rows of whoever was faster are no obstacle. */
        VERSION_CHECK,
        /** Nobody finds what a key came to, and nobody keeps it. */
        OUTCOMES;

        /** An insert among writes that are one statement. */
        private static final Pattern PART = Pattern.compile("(?s)(?<=AS \\()INSERT INTO .*?(?=\\)(?:,\nw|\nSELECT 1))");

        private String words(String sql, boolean mariadb, boolean sqlite) {
            String parts = PART.matcher(sql)
                    .replaceAll(part -> Matcher.quoteReplacement(wordsAlone(part.group(), mariadb, sqlite)));
            return parts.equals(sql) ? wordsAlone(sql, mariadb, sqlite) : without(parts);
        }

        private String without(String sql) {
            if (this != VERSION_CHECK) return sql;
            return sql.replaceAll(" FOR UPDATE(?! SKIP)", "")
                    .replace(
                            "AND version = ? AND updated_at = ?",
                            "AND version > ? - 1000000000 AND updated_at > ? - 1000000000");
        }

        private String wordsAlone(String sql, boolean mariadb, boolean sqlite) {
            boolean insert = sql.strip().startsWith("INSERT INTO")
                    && !sql.contains("CONFLICT")
                    && !sql.contains("DUPLICATE")
                    && !sql.contains("RETURNING");
            if (this == OUTCOMES && sql.contains("ticketing_outcome"))
                return insert ? ignoring(sql, mariadb) : sql.replace("WHERE", "WHERE 1 = 0 AND");
            if (this != VERSION_CHECK) return sql;
            // SQLite's one writer at a time would see everything: there each statement becomes a transaction
            if (sqlite
                    && List.of("BEGIN DEFERRED", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
                            .contains(sql.strip())) return "SELECT 1";
            return insert ? ignoring(without(sql), mariadb) : without(sql);
        }

        private static String ignoring(String insert, boolean mariadb) {
            return mariadb
                    ? insert.replaceFirst("INSERT INTO", "INSERT IGNORE INTO")
                    : insert.stripTrailing() + " ON CONFLICT DO NOTHING";
        }
    }
}
