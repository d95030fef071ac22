package dev.ticketing.jdbc;

import dev.ticketing.EntryId;
import dev.ticketing.spi.Outcome;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rows of what idempotency keys came to. */
final class OutcomeTable {

    private static final String OUTCOME_OF_KEY = """
            SELECT fingerprint, about, entries, answer, at FROM ticketing_outcome
            WHERE tenant = ? AND caller = ? AND operation = ? AND idempotency_key = ?
            """;

    private static final String KEEP_OUTCOME = """
            INSERT INTO ticketing_outcome
                (tenant, caller, operation, idempotency_key, fingerprint, about, entries, answer, at, key_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DROP_OLD_OUTCOMES = """
            DELETE FROM ticketing_outcome WHERE at < ?
            """;

    private final Sql sql;

    OutcomeTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Outcome> find(Outcome.Key key) {
        return sql.first(
                OUTCOME_OF_KEY,
                row -> new Outcome(
                        key,
                        Columns.string(row, "fingerprint"),
                        Columns.string(row, "about"),
                        PackedWords.unpack(Columns.string(row, "entries")).stream()
                                .map(id -> new EntryId(Objects.requireNonNull(id)))
                                .toList(),
                        row.getBytes("answer"),
                        Columns.instant(row, "at")),
                key.tenant().value(),
                key.caller(),
                key.operation(),
                key.value());
    }

    void keep(Outcome outcome) {
        sql.later(
                KEEP_OUTCOME,
                outcome.key().tenant().value(),
                outcome.key().caller(),
                outcome.key().operation(),
                outcome.key().value(),
                outcome.fingerprint(),
                outcome.about(),
                PackedWords.pack(outcome.entries().stream().map(EntryId::value).toList()),
                outcome.answer(),
                Columns.of(outcome.at()),
                hash(outcome.key()));
    }

    /** What is unique where the whole key is too long for an index. */
    private static String hash(Outcome.Key key) {
        String whole = PackedWords.pack(List.of(key.tenant().value(), key.caller(), key.operation(), key.value()));
        return HexFormat.of().formatHex(Hashes.sha256(whole));
    }

    void drop(Instant before) {
        sql.update(DROP_OLD_OUTCOMES, Columns.of(before));
    }
}
