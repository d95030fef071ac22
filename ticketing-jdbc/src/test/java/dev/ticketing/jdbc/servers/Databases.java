package dev.ticketing.jdbc.servers;

import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases of one engine: created, emptied and dropped. */
final class Databases {

    private static final String SQLITE_SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&foreign_keys=ON&busy_timeout=5000&transaction_mode=IMMEDIATE";

    private final TestEngine engine;
    private final AtomicInteger created = new AtomicInteger();
    private final String prefix =
            "ticketing_test_" + Integer.toHexString(ThreadLocalRandom.current().nextInt()) + "_";
    private final Deque<TestDatabase> idle = new ArrayDeque<>();
    private Server server;

    Databases(TestEngine engine) {
        this.engine = engine;
    }

    Databases(TestEngine engine, Server server) {
        this.engine = engine;
        this.server = server;
    }

    TestDatabase empty() {
        return create(this::drop);
    }

    TestDatabase withTables() {
        TestDatabase used = takeIdle();
        while (used != null) {
            try {
                empty(used);
                return used;
            } catch (SQLException e) {
                drop(used); // a test left it locked or broken
                used = takeIdle();
            }
        }
        TestDatabase made = create(this::giveBack);
        JdbcTicketing.builder(made.dataSource()).schema(Schema.MIGRATE).build();
        return made;
    }

    private synchronized TestDatabase takeIdle() {
        return idle.pollLast();
    }

    private synchronized void giveBack(TestDatabase database) {
        idle.addLast(database);
    }

    private TestDatabase create(java.util.function.Consumer<TestDatabase> end) {
        String name = prefix + created.incrementAndGet();
        if (engine == TestEngine.SQLITE) return new TestDatabase(engine, name, file(), end);
        run("CREATE DATABASE " + name + (engine.isMariaDb() ? collation() : ""));
        return new TestDatabase(engine, name, url(name), end);
    }

    /** A server of ours has it as its own default; one that is given is told for each database. */
    private String collation() {
        if (engine.url() == null || server != null) return "";
        String collation = engine.collation();
        return " CHARACTER SET " + collation.substring(0, collation.indexOf('_')) + " COLLATE " + collation;
    }

    private void drop(TestDatabase database) {
        database.dataSource().close();
        if (engine == TestEngine.SQLITE) return; // its folder goes with the JVM
        run("DROP DATABASE " + database.name() + (engine.isMariaDb() ? "" : " WITH (FORCE)"));
    }

    private void run(String sql) {
        String maintenance = engine.isMariaDb() ? "mysql" : "postgres";
        try (Connection connection = DriverManager.getConnection(url(maintenance));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String url(String database) {
        String given = engine.url();
        if (server != null) return server.url(database);
        if (given != null) return given.replaceFirst("^(jdbc:[a-z]+://[^/?]+)(/[^?]*)?", "$1/" + database);
        server = engine.start(false);
        Server started = server;
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return server.url(database);
    }

    private static String file() {
        try {
            Path folder = Files.createTempDirectory("ticketing-sqlite");
            Folders.removeAtExit(folder);
            return "jdbc:sqlite:" + folder.resolve("tickets.db").toUri() + SQLITE_SETTINGS;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void empty(TestDatabase database) throws SQLException {
        try (Connection connection = database.unpooled().getConnection();
                Statement statement = connection.createStatement()) {
            switch (database.engine()) {
                case SQLITE -> {}
                case POSTGRESQL -> statement.execute("SET lock_timeout = '10s'");
                default -> statement.execute("SET innodb_lock_wait_timeout = 10, lock_wait_timeout = 10");
            }
            List<String> last = new ArrayList<>();
            for (String table : tables(database.engine(), statement)) {
                if (!table.startsWith("ticketing_")) last.add("DROP TABLE " + table);
                else if (table.equals("ticketing_ticket")) last.add(0, "DELETE FROM " + table);
                else if (!table.startsWith("ticketing_schema")) statement.execute("DELETE FROM " + table);
            }
            for (String sql : last) statement.execute(sql);
        }
    }

    private static List<String> tables(TestEngine engine, Statement statement) throws SQLException {
        String tables = switch (engine) {
            case SQLITE ->
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'ticketing_search_%'"
                        + " AND name NOT LIKE 'sqlite_%'";
            case POSTGRESQL -> "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
            default ->
                "SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'";
        };
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(tables)) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }
}
