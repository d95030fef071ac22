package dev.ticketing.jdbc;

import dev.ticketing.Diagnosis.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a database can tell about itself: its settings, its clock, our tables, and what stands in them. */
final class Examination {

    /** Leases are told by the clocks of several processes; these may differ a little. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Sql sql;
    private final Clock clock;

    Examination(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Finding> findings() {
        boolean isServer = sql.dialect().isServer();
        List<Finding> findings =
                new ArrayList<>(isServer ? ServerSettings.findings(sql) : SqliteSettings.findings(sql));
        clockFinding().ifPresent(findings::add);
        SchemaVersion.finding(sql).ifPresent(findings::add);
        findings.addAll(collationFindings());
        findings.addAll(new Invariants(sql).findings());
        return findings;
    }

    /** A server that takes local time for UTC is seen here too. */
    private Optional<Finding> clockFinding() {
        if (!sql.dialect().isServer()) return Optional.empty();
        Instant there = sql.first(sql.dialect().epochMillis(), row -> Instant.ofEpochMilli(row.getLong(1)))
                .orElseThrow();
        Duration difference = Duration.between(clock.instant(), there).abs();
        if (difference.compareTo(TOLERATED) <= 0) return Optional.empty();
        return Optional.of(Finding.warning(
                "clock",
                "The clocks of this process and of the database differ by " + difference.toSeconds()
                        + " seconds. Processes that share deliveries must agree on the time: set both by one source."));
    }

    private List<Finding> collationFindings() {
        return sql
                .dialect()
                .columnsThatCompareLoosely()
                .map(question -> sql.list(question, row -> row.getString(1)))
                .filter(columns -> !columns.isEmpty())
                .map(columns -> Finding.error(
                        "collation",
                        "Columns compare text other than by its bytes: " + columns
                                + ". Ids that differ could be taken for the same; put their collation back."))
                .stream()
                .toList();
    }
}
