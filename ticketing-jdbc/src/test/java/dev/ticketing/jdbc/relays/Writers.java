package dev.ticketing.jdbc.relays;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.FeedEntry;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.error.ContentionException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writers in host transactions that commit late or not at all. They note the events of what they committed and of what they rolled
 * back; an event is in one of the two.
 */
final class Writers {

    private static final int THREADS = 8;
    private static final int TICKETS = 60;

    private final HikariDataSource database;
    private final JdbcTicketing ticketing;
    private final ThreadLocal<List<String>> unsettled = ThreadLocal.withInitial(ArrayList::new);
    private final List<TicketId> tickets = new CopyOnWriteArrayList<>();
    private final Set<String> committed = ConcurrentHashMap.newKeySet();
    private final Set<String> rolledBack = ConcurrentHashMap.newKeySet();

    Writers(HikariDataSource database) {
        this.database = database;
        Settings settings = Settings.defaults().beforeCommit((entry, reads) -> note(entry));
        this.ticketing = JdbcTicketing.builder(database)
                .schema(Schema.TRUST)
                .settings(settings)
                .build();
    }

    JdbcTicketing ticketing() {
        return ticketing;
    }

    Set<String> committed() {
        return committed;
    }

    Set<String> rolledBack() {
        return rolledBack;
    }

    List<TicketId> tickets() {
        return tickets;
    }

    /** Writes until so many events are committed. */
    void write(int events, long seed) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> {
                try {
                    while (committed.size() < events && failures.isEmpty()) transaction(random);
                } catch (Throwable e) {
                    failures.add(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) thread.join();
        if (!failures.isEmpty()) throw new AssertionError("a writer failed", failures.get(0));
    }

    private void transaction(Random random) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean commits = random.nextInt(4) > 0;
            List<TicketId> opened = new ArrayList<>();
            try {
                Desk desk = ticketing.joining(connection).desk(Agent.system("writer"));
                for (int acts = 1 + random.nextInt(3); acts > 0; acts--) act(desk, random, opened);
                dawdle(connection, random);
                if (commits) connection.commit();
                else connection.rollback();
            } catch (ContentionException | NotFoundException e) {
                // not found: opened by another writer after this transaction's snapshot
                connection.rollback();
                commits = false;
            }
            List<String> events = unsettled.get();
            (commits ? committed : rolledBack).addAll(events);
            if (commits) tickets.addAll(opened);
            events.clear();
        }
    }

    private void act(Desk desk, Random random, List<TicketId> opened) {
        if (tickets.size() < TICKETS) {
            opened.add(desk.open(Requester.of("ada"), TicketDraft.of("Subject", "Text"))
                    .id());
            return;
        }
        TicketId ticket = tickets.get(random.nextInt(tickets.size()));
        switch (random.nextInt(4)) {
            case 0 -> desk.reply(ticket, "A reply");
            case 1 -> desk.note(ticket, "A note");
            case 2 -> desk.move(ticket, random.nextBoolean() ? StatusKey.PENDING : StatusKey.IN_PROGRESS);
            default -> desk.retitle(ticket, "Subject " + random.nextInt());
        }
    }

    /** A commit that comes late: others begin and commit in between. */
    private static void dawdle(Connection connection, Random random) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = random.nextInt(30); i > 0; i--)
                statement.executeQuery("SELECT 1").close();
        }
    }

    private void note(FeedEntry entry) {
        unsettled.get().add(entry.event().id());
    }
}
