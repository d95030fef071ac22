package dev.ticketing.jdbc;

import dev.ticketing.Diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The settings of a database server under which an acknowledged write survives a crash and answers are exact. A host may have
 * reasons for others, so they are told and never refused.
 */
final class ServerSettings {

    private static final System.Logger LOG = System.getLogger("dev.ticketing.settings");

    private static final Predicate<String> ON = found -> found.equalsIgnoreCase("on") || found.equals("1");

    private static final String LOSES = "an acknowledged write can be lost in a crash";
    private static final String CORRUPTS = "a crash can leave torn pages";

    private static final List<Setting> OF_POSTGRESQL = List.of(
            new Setting("fsync", "SHOW fsync", ON, "on", LOSES),
            new Setting("synchronous_commit", "SHOW synchronous_commit", found -> !found.equals("off"), "on", LOSES),
            new Setting("full_page_writes", "SHOW full_page_writes", ON, "on", CORRUPTS),
            new Setting(
                    "server_encoding",
                    "SHOW server_encoding",
                    "UTF8"::equals,
                    "UTF8",
                    "what people write outside of that encoding is refused"),
            isolation("SHOW default_transaction_isolation"));

    private static final List<Setting> OF_MARIADB = List.of(
            new Setting(
                    "innodb_flush_log_at_trx_commit",
                    "SELECT @@innodb_flush_log_at_trx_commit",
                    found -> found.equals("1") || found.equals("3"),
                    "1",
                    LOSES),
            new Setting(
                    "sync_binlog",
                    "SELECT CASE WHEN @@log_bin = 1 THEN @@sync_binlog ELSE 1 END",
                    "1"::equals,
                    "1",
                    "replicas and recovery can miss an acknowledged write"),
            new Setting(
                    "innodb_doublewrite",
                    "SELECT @@innodb_doublewrite",
                    found -> !found.equalsIgnoreCase("off") && !found.equals("0"),
                    "ON",
                    CORRUPTS),
            new Setting(
                    "sql_mode",
                    "SELECT @@sql_mode",
                    found -> found.contains("STRICT_"),
                    "one with STRICT_TRANS_TABLES",
                    "values that do not fit are changed instead of refused"),
            isolation("SELECT @@tx_isolation"));

    private ServerSettings() {}

    private record Setting(String name, String question, Predicate<String> suffices, String value, String danger) {}

    /** Only the host's own transactions run at this level; ours name their own. */
    private static Setting isolation(String question) {
        return new Setting(
                "default transaction isolation",
                question,
                found -> !found.replace('-', ' ').equalsIgnoreCase("read uncommitted"),
                "READ COMMITTED or stricter",
                "joined transactions decide on what may be rolled back");
    }

    /** Writes a warning for each setting that is unsafe. */
    static void warn(Transactions transactions) {
        for (Finding finding : transactions.read(ServerSettings::findings))
            LOG.log(System.Logger.Level.WARNING, finding.message());
    }

    static List<Finding> findings(Sql sql) {
        List<Finding> findings = new ArrayList<>();
        for (Setting setting : sql.dialect() == Dialect.POSTGRESQL ? OF_POSTGRESQL : OF_MARIADB) {
            String found =
                    sql.first(setting.question(), row -> row.getString(1)).orElse("");
            if (!setting.suffices().test(found)) findings.add(finding(setting, found));
        }
        return findings;
    }

    private static Finding finding(Setting setting, String found) {
        return Finding.warning(
                "settings",
                "The database's " + setting.name() + " is " + found + ": " + setting.danger() + ". Set it to "
                        + setting.value() + ".");
    }
}
