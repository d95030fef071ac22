package dev.ticketing.samples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.TicketRef;
import dev.ticketing.jdbc.JdbcTicketing;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Runs in a JVM of its own and prints one figure: how much heap is left in use, or that it has read its first ticket. */
public final class Probe {

    /** What a JVM that has read its first ticket prints. */
    static final String READY = "ready";

    private static final int COLLECTIONS = 5;

    private Probe() {}

    /**
     * Does one thing and prints one line.
     *
     * @param arguments what: {@code heap} or {@code start}; a program or {@code host}; the database's URL; for
     *     {@code heap} also how many tickets it holds, and how many operations of each kind come first
     */
    public static void main(String[] arguments) {
        String url = arguments[2];
        Engine engine = Engine.of(url);
        boolean host = arguments[1].equals("host");
        if (arguments[0].equals("heap")) {
            int tickets = Integer.parseInt(arguments[3]);
            int operations = Integer.parseInt(arguments[4]);
            System.out.println(
                    host ? heapOfHost(engine, url) : heapOf(Programs.valueOf(arguments[1]), url, tickets, operations));
        } else {
            if (host) startHost(engine, url);
            else startLibrary(engine, url);
            System.out.println(READY);
        }
        // pools have threads that would keep it alive
        System.exit(0);
    }

    private static long heapOfHost(Engine engine, String url) {
        try (HikariDataSource pool = engine.pool(url)) {
            Jdbi.create(pool)
                    .useHandle(handle -> handle.createQuery(HandQueries.VERSION)
                            .bind(0, "nobody")
                            .mapTo(Long.class)
                            .findOne());
            return used();
        }
    }

    private static long heapOf(Programs which, String url, int tickets, int operations) {
        World world = new World();
        world.program = which.name();
        world.url = url;
        world.tickets = tickets;
        world.open();
        Program program = world.program();
        for (int i = 0; i < operations; i++) {
            program.detail(world.longOne());
            program.list(Optional.empty());
            program.search(world.rareWord());
            program.reply(world.shortOne(), world.fresh().messages().get(0));
            program.create(world.fresh());
        }
        world.forget();
        long used = used();
        program.close();
        return used;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The least that any program does: the pool, and one query for one ticket. */
    private static void startHost(Engine engine, String url) {
        HikariDataSource pool = engine.pool(url);
        Jdbi.create(pool)
                .withHandle(handle -> handle.createQuery(
                                "SELECT id, subject, status, version FROM hand_ticket" + " WHERE public_id = :id")
                        .bind("id", Case.of(Case.LONG_EVERY, new Zipf()).publicId())
                        .mapToMap()
                        .one());
    }

    private static void startLibrary(Engine engine, String url) {
        HikariDataSource pool = engine.pool(url);
        String id = Case.of(Case.LONG_EVERY, new Zipf()).externalId();
        JdbcTicketing.builder(pool).build().desk(Agent.of("agent_1")).get(TicketRef.externalId(id));
    }
}
