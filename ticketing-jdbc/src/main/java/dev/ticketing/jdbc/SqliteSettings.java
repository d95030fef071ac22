package dev.ticketing.jdbc;

import dev.ticketing.Diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The settings under which an acknowledged write survives a crash and rows point at rows. Read back rather than believed: SQLite
 * ignores a pragma that it cannot follow.
 */
final class SqliteSettings {

    static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final List<Setting> NEEDED = List.of(
            new Setting("journal_mode", "WAL", "so that readers and the writer do not stop each other", "wal"::equals),
            new Setting(
                    "synchronous",
                    "FULL",
                    "so that an acknowledged write survives a power cut",
                    found -> found.equals("2") || found.equals("3")),
            new Setting("foreign_keys", "ON", "so that no row is left without its ticket", "1"::equals),
            new Setting(
                    "busy_timeout",
                    Integer.toString(BUSY_TIMEOUT_MILLIS),
                    "so that a writer waits for another process instead of failing",
                    found -> !found.equals("0")));

    private SqliteSettings() {}

    private record Setting(String pragma, String value, String reason, Predicate<String> suffices) {}

    /** Checks one connection; those of a pool are configured alike. */
    static void require(Transactions transactions) {
        List<String> complaints = transactions.read(SqliteSettings::complaints);
        if (!complaints.isEmpty()) throw new IllegalStateException(String.join(" ", complaints));
    }

    static List<Finding> findings(Sql sql) {
        return complaints(sql).stream()
                .map(complaint -> Finding.error("settings", complaint))
                .toList();
    }

    private static List<String> complaints(Sql sql) {
        List<String> complaints = new ArrayList<>();
        for (Setting setting : NEEDED) {
            String found = sql.first("PRAGMA " + setting.pragma(), row -> row.getString(1))
                    .orElse("");
            if (!setting.suffices().test(found)) complaints.add(complaint(setting, found));
        }
        return complaints;
    }

    private static String complaint(Setting setting, String found) {
        return "SQLite's " + setting.pragma() + " is " + found + ", but must be " + setting.value() + " "
                + setting.reason() + ": add ?" + setting.pragma() + "=" + setting.value()
                + " to the JDBC URL, or set it on the SQLiteConfig of the DataSource.";
    }
}
