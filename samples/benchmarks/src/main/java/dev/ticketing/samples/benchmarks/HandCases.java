package dev.ticketing.samples.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes cases into the tables of the program written by hand, with keys that follow from the cases' numbers. */
final class HandCases {

    private final Engine engine;
    private final HandSql sql;

    HandCases(Engine engine, HandSql sql) {
        this.engine = engine;
        this.sql = sql;
    }

    void write(List<Case> cases) throws SQLException {
        List<@Nullable Object[]> tickets = new ArrayList<>();
        List<@Nullable Object[]> messages = new ArrayList<>();
        List<@Nullable Object[]> words = new ArrayList<>();
        List<@Nullable Object[]> tags = new ArrayList<>();
        List<@Nullable Object[]> files = new ArrayList<>();
        List<@Nullable Object[]> audits = new ArrayList<>();
        for (Case each : cases) {
            @Nullable Object[] ticket = HandProgram.ticket(each, each.publicId(), each.openedAt());
            tickets.add(with(each.number(), ticket));
            long message = messagesBefore(each.number());
            for (int i = 0; i < each.messages().size(); i++) {
                messages.add(message(each, ++message, i));
                words.add(new Object[] {message, each.messages().get(i)});
                audits.add(new Object[] {
                    each.number(),
                    each.openedAt() + i,
                    i == 0 ? each.requester() : Case.BUSY,
                    i == 0 ? "opened" : "replied",
                    ""
                });
                if (i == 1)
                    for (String file : each.files())
                        files.add(new Object[] {
                            each.number(), message, file, "application/pdf", 4_711L, "https://files.example.org/" + file
                        });
            }
            for (int i = 0; i < each.tags().size(); i++)
                tags.add(new Object[] {each.number(), (long) i, each.tags().get(i)});
        }
        sql.batch(keyed(HandQueries.INSERT_TICKET), tickets);
        sql.batch(
                keyed(engine == Engine.POSTGRESQL ? HandQueries.INSERT_MESSAGE_POSTGRESQL : HandQueries.INSERT_MESSAGE),
                messages);
        if (engine == Engine.SQLITE) sql.batch(HandQueries.INSERT_WORDS_SQLITE, words);
        sql.batch(HandQueries.INSERT_TAG, tags);
        sql.batch(HandQueries.INSERT_ATTACHMENT, files);
        sql.batch(HandQueries.INSERT_AUDIT, audits);
    }

    /** Keys that were given must not be given again. */
    void continueKeys() throws SQLException {
        if (engine != Engine.POSTGRESQL) return;
        for (String table : List.of("hand_ticket", "hand_message"))
            sql.list(
                    "SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), (SELECT max(id) FROM " + table + "))",
                    row -> row.getLong(1));
    }

    private @Nullable Object[] message(Case each, long key, int index) {
        String text = each.messages().get(index);
        List<@Nullable Object> values = new ArrayList<>(List.of(
                key,
                each.number(),
                index + 1L,
                "tmsg_%026d".formatted(key),
                "message",
                index == 0 ? each.requester() : Case.BUSY,
                index == 0 ? "requester" : "staff",
                "Ada",
                text,
                each.openedAt() + index));
        if (engine == Engine.POSTGRESQL) values.add(text);
        return values.toArray();
    }

    static long messagesBefore(long number) {
        return (number - 1) * Case.SHORT_MESSAGES
                + (number - 1) / Case.LONG_EVERY * (Case.LONG_MESSAGES - Case.SHORT_MESSAGES);
    }

    private static @Nullable Object[] with(long key, @Nullable Object[] others) {
        @Nullable Object[] all = new @Nullable Object[others.length + 1];
        all[0] = key;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    /** The program's own statement with the key given, and without giving it back. */
    private static String keyed(String insert) {
        return insert.replace(" RETURNING id", "").replaceFirst("\\(", "(id, ").replace("VALUES (", "VALUES (?, ");
    }
}
