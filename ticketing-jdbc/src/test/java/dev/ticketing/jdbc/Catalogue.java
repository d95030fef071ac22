package dev.ticketing.jdbc;

import dev.ticketing.jdbc.servers.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** What a database says about our tables, to compare two databases. */
final class Catalogue {

    private Catalogue() {}

    static List<String> of(TestDatabase database) {
        return switch (database.engine()) {
            case SQLITE ->
                rows(
                        database,
                        "SELECT name, coalesce(sql, '-') FROM sqlite_master"
                                + " WHERE tbl_name LIKE 'ticketing%' AND tbl_name NOT LIKE '%_history' ORDER BY name");
            case POSTGRESQL -> {
                List<String> rows = new ArrayList<>(rows(
                        database,
                        "SELECT table_name, column_name, ordinal_position, data_type, coalesce(collation_name, '-'),"
                                + " is_nullable, is_identity FROM information_schema.columns"
                                + " WHERE table_schema = 'public' AND table_name NOT LIKE '%_history' ORDER BY 1, 3"));
                rows.addAll(rows(
                        database,
                        "SELECT indexdef FROM pg_indexes"
                                + " WHERE schemaname = 'public' AND tablename NOT LIKE '%_history' ORDER BY 1"));
                rows.addAll(rows(
                        database,
                        "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
                                + " WHERE contype IN ('f', 'p') AND conrelid::regclass::text NOT LIKE '%_history'"
                                + " ORDER BY conrelid::regclass::text, conname"));
                yield rows;
            }
            default -> {
                List<String> rows = new ArrayList<>();
                for (String table : rows(
                        database,
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_name LIKE 'ticketing%' AND table_name NOT LIKE '%_history' ORDER BY 1"))
                    rows.addAll(rows(database, "SHOW CREATE TABLE " + table));
                yield rows;
            }
        };
    }

    private static List<String> rows(TestDatabase database, String sql) {
        return Rows.of(database.dataSource(), sql);
    }
}
