package dev.ticketing.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server answered a statement.
 *
 * @param statement its words
 * @param plan what the server says that it does
 * @param read how many rows it took from tables and indexes: no sort is longer
 */
record ServerExplanation(String statement, List<String> plan, long read) {

    /** One of the statements that travel together. */
    record Part(String sql, List<?> values) {}

    /** Runs statements, which may begin a transaction, and explains them. */
    interface Engine {
        List<ServerExplanation> around(Connection connection, boolean begins, List<Part> parts, Run run)
                throws ReflectiveOperationException, SQLException;
    }

    /** Runs the statement itself. */
    interface Run {
        void run() throws ReflectiveOperationException;
    }

    boolean uses(String index) {
        return plan.stream().anyMatch(step -> step.contains(index));
    }

    /** PostgreSQL runs a statement and counts, and what it did is taken back. */
    static final class Postgresql implements Engine {
        private static final String EXPLAIN = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ";
        private static final Pattern STEP =
                Pattern.compile("\\s*(?:->\\s+)?(.*) \\(actual rows=([0-9.]+) loops=(\\d+)\\)");
        private static final Pattern REMOVED = Pattern.compile("\\s*Rows Removed by .*: (\\d+)");

        @Override
        public List<ServerExplanation> around(Connection connection, boolean begins, List<Part> parts, Run run)
                throws ReflectiveOperationException, SQLException {
            List<ServerExplanation> explanations = new ArrayList<>();
            if (begins) run(connection, "BEGIN");
            for (Part part : parts) {
                boolean changes = !part.sql().strip().startsWith("SELECT"); // a read may be in no transaction
                if (changes) run(connection, "SAVEPOINT explained");
                List<String> plan = rows(connection, EXPLAIN + part.sql(), part.values());
                if (changes) run(connection, "ROLLBACK TO SAVEPOINT explained");
                explanations.add(new ServerExplanation(part.sql(), plan, read(plan)));
            }
            if (begins) run(connection, "ROLLBACK");
            run.run();
            return explanations;
        }

        private static void run(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private static long read(List<String> plan) {
            double read = 0;
            double loops = 0;
            for (String line : plan) {
                Matcher step = STEP.matcher(line);
                Matcher removed = REMOVED.matcher(line);
                if (step.matches()) {
                    loops = Double.parseDouble(step.group(3));
                    if (step.group(1).contains("Scan")) read += Double.parseDouble(step.group(2)) * loops;
                } else if (removed.matches()) read += Double.parseDouble(removed.group(1)) * loops;
            }
            return Math.round(read);
        }
    }

    /** MariaDB counts what a connection reads, in the index too. */
    static final class Mariadb implements Engine {
        private static final String COUNTERS = "SHOW SESSION STATUS WHERE variable_name LIKE 'Handler_read%'"
                + " OR variable_name = 'Handler_icp_attempts'";

        @Override
        public List<ServerExplanation> around(Connection connection, boolean begins, List<Part> parts, Run run)
                throws ReflectiveOperationException, SQLException {
            List<String> words = new ArrayList<>();
            List<String> plan = new ArrayList<>();
            for (Part part : parts) {
                words.add(part.sql());
                plan.addAll(rows(connection, "EXPLAIN " + part.sql(), part.values()));
            }
            long first = counted(connection);
            long counting = counted(connection) - first;
            run.run();
            long read = counted(connection) - first - 2 * counting;
            return List.of(new ServerExplanation(String.join(";\n", words), plan, read));
        }

        private static long counted(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(COUNTERS)) {
                long sum = 0;
                while (row.next()) sum += row.getLong(2);
                return sum;
            }
        }
    }

    private static List<String> rows(Connection connection, String sql, List<?> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            try (ResultSet row = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
                        columns.add(String.valueOf(row.getString(i)));
                    rows.add(String.join(" ", columns));
                }
                return rows;
            }
        }
    }
}
