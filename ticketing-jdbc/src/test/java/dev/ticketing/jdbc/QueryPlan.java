package dev.ticketing.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** How SQLite means to answer a statement: which index it takes and which columns it binds. */
final class QueryPlan {

    /** How parts of a statement are put together, which reads nothing by itself. */
    private static final String PARTS =
            "MERGE.*|LEFT|RIGHT|COMPOUND QUERY|LEFT-MOST SUBQUERY|UNION ALL|(SCALAR|REUSE) SUBQUERY \\d+|CO-ROUTINE \\w+";

    private QueryPlan() {}

    /** Gives the steps that read tables; equal walks that are merged stand for one. */
    static Set<String> of(DataSource database, String statement) {
        Set<String> steps = new LinkedHashSet<>();
        for (String row : Rows.of(database, "EXPLAIN QUERY PLAN " + statement)) {
            String step = row.split(" ", 4)[3]; // after three numbers
            if (!step.matches(PARTS)) steps.add(step);
        }
        return steps;
    }

    /** Gives the steps that cost more the more rows there are. */
    static List<String> sortsAndScans(Set<String> steps) {
        List<String> complaints = new ArrayList<>();
        for (String step : steps)
            if (step.contains("TEMP B-TREE") || step.contains("AUTOMATIC") || isScan(step)) complaints.add(step);
        return complaints;
    }

    /** FTS5 calls each of its plans a scan; one with an M matches words, one with a &lt; begins at a row. */
    private static boolean isScan(String step) {
        return step.startsWith("SCAN ticketing_")
                && !step.matches("SCAN ticketing_search VIRTUAL TABLE INDEX \\d+:M3<");
    }
}
