package dev.ticketing.samples.benchmarks;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The program of the usual kind: plain JDBC over a pool, tuned as a careful team would. Prepared statements, keyset pages, one
 * transaction for each write with an audit row and the full-text index in it, access checked in Java.
 */
final class HandProgram implements Program {

    private static final SecureRandom IDS = new SecureRandom();

    private final Engine engine;
    private final HandTransactions transactions;

    HandProgram(Engine engine, HandTransactions transactions) {
        this.engine = engine;
        this.transactions = transactions;
    }

    @Override
    public List<Object> keys(List<Case> cases) {
        return cases.stream().<Object>map(Case::publicId).toList();
    }

    @Override
    public Object detail(Object key) {
        return transactions.read(sql -> {
            Hand.Ticket ticket = permitted(sql.list(HandQueries.TICKET, HandQueries::ticket, key));
            Map<Long, List<Hand.Attachment>> files = new HashMap<>();
            List<Hand.Message> messages = new ArrayList<>();
            List<Hand.Message> bare = sql.list(
                    HandQueries.MESSAGES,
                    row -> new Hand.Message(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            Optional.ofNullable(row.getString(7)),
                            row.getString(8),
                            row.getLong(9),
                            List.of()),
                    ticket.id());
            for (Hand.Attachment file : sql.list(HandQueries.ATTACHMENTS, HandQueries::attachment, ticket.id()))
                files.computeIfAbsent(file.messageId(), id -> new ArrayList<>()).add(file);
            for (Hand.Message message : bare) messages.add(message.with(files.getOrDefault(message.id(), List.of())));
            return new Hand.Detail(ticket, messages, sql.list(HandQueries.TAGS, row -> row.getString(1), ticket.id()));
        });
    }

    @Override
    public Rows list(Optional<Object> after) {
        List<Hand.Ticket> rows = transactions.read(sql -> {
            if (after.isEmpty()) return sql.list(HandQueries.FIRST_PAGE, HandQueries::ticket, Case.BUSY, Case.OPEN);
            Hand.Place place = (Hand.Place) after.get();
            if (engine != Engine.MARIADB)
                return sql.list(
                        HandQueries.NEXT_PAGE,
                        HandQueries::ticket,
                        Case.BUSY,
                        Case.OPEN,
                        place.createdAt(),
                        place.id());
            return sql.list(
                    HandQueries.NEXT_PAGE_SPELT_OUT,
                    HandQueries::ticket,
                    Case.BUSY,
                    Case.OPEN,
                    place.createdAt(),
                    place.createdAt(),
                    place.id());
        });
        if (rows.size() <= PAGE) return new Rows(rows, Optional.empty());
        Hand.Ticket last = rows.get(PAGE - 1);
        return new Rows(rows.subList(0, PAGE), Optional.of(new Hand.Place(last.createdAt(), last.id())));
    }

    @Override
    public Object counts() {
        return transactions.read(sql -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            sql.list(HandQueries.COUNTS, row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        });
    }

    @Override
    public long version(Object key) {
        return transactions
                .read(sql -> sql.list(HandQueries.VERSION, row -> row.getLong(1), key))
                .get(0);
    }

    @Override
    public Rows search(String word) {
        String search = switch (engine) {
            case SQLITE -> HandQueries.SEARCH_SQLITE;
            case POSTGRESQL -> HandQueries.SEARCH_POSTGRESQL;
            case MARIADB -> HandQueries.SEARCH_MARIADB;
        };
        String asked = engine == Engine.MARIADB ? "+" + word : word;
        return new Rows(transactions.read(sql -> sql.list(search, HandQueries::ticket, asked)), Optional.empty());
    }

    @Override
    public Object create(Case fresh) {
        long now = System.currentTimeMillis();
        String publicId = id("tkt_");
        return transactions.write(sql -> {
            long ticket = sql.insert(HandQueries.INSERT_TICKET, ticket(fresh, publicId, now));
            write(
                    sql,
                    ticket,
                    1,
                    fresh.requester(),
                    "requester",
                    fresh.messages().get(0),
                    now);
            List<@Nullable Object[]> tags = new ArrayList<>();
            for (String tag : fresh.tags()) tags.add(new Object[] {ticket, (long) tags.size(), tag});
            sql.batch(HandQueries.INSERT_TAG, tags);
            sql.run(HandQueries.INSERT_AUDIT, ticket, now, fresh.requester(), "opened", "status=open");
            return publicId;
        });
    }

    @Override
    public Object reply(Object key, String text) {
        long now = System.currentTimeMillis();
        String lock = engine == Engine.SQLITE ? HandQueries.LOCK_TICKET : HandQueries.LOCK_TICKET + " FOR UPDATE";
        return transactions.write(sql -> {
            record Locked(long id, String status, String department, long messages) {}
            Locked ticket = sql.list(
                            lock,
                            row -> new Locked(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)),
                            key)
                    .get(0);
            if (!ticket.department().equals("general")) throw new IllegalStateException("not this agent's");
            if (ticket.status().equals("closed")) throw new IllegalStateException("closed");
            String message = write(sql, ticket.id(), ticket.messages() + 1, Case.BUSY, "staff", text, now);
            sql.run(HandQueries.UPDATE_TICKET, "answered", now, now, ticket.id());
            sql.run(
                    HandQueries.INSERT_AUDIT,
                    ticket.id(),
                    now,
                    Case.BUSY,
                    "replied",
                    "status=" + ticket.status() + ">answered");
            return message;
        });
    }

    @Override
    public void close() {
        transactions.close();
    }

    static @Nullable Object[] ticket(Case each, String publicId, long at) {
        return new @Nullable Object[] {
            publicId,
            each.subject(),
            each.status(),
            "medium",
            "general",
            "general",
            each.assignee().isEmpty() ? null : each.assignee(),
            each.requester(),
            "Ada",
            "ada@example.org",
            at,
            at,
            at,
            1L,
            (long) each.messages().size()
        };
    }

    private String write(HandSql sql, long ticket, long seq, String author, String kind, String text, long now)
            throws java.sql.SQLException {
        String publicId = id("tmsg_");
        if (engine == Engine.POSTGRESQL) {
            sql.insert(
                    HandQueries.INSERT_MESSAGE_POSTGRESQL,
                    ticket,
                    seq,
                    publicId,
                    "message",
                    author,
                    kind,
                    "Ada",
                    text,
                    now,
                    text);
            return publicId;
        }
        long message = sql.insert(
                HandQueries.INSERT_MESSAGE, ticket, seq, publicId, "message", author, kind, "Ada", text, now);
        if (engine == Engine.SQLITE) sql.run(HandQueries.INSERT_WORDS_SQLITE, message, text);
        return publicId;
    }

    private static Hand.Ticket permitted(List<Hand.Ticket> found) {
        if (found.isEmpty() || !found.get(0).department().equals("general"))
            throw new IllegalStateException("no such ticket");
        return found.get(0);
    }

    private static String id(String prefix) {
        return prefix
                + "%016x%010d"
                        .formatted(IDS.nextLong(), ThreadLocalRandom.current().nextInt(1_000_000_000));
    }
}
