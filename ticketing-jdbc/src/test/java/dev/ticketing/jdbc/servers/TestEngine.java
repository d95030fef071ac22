package dev.ticketing.jdbc.servers;

import org.junit.jupiter.api.Assumptions;

/**
 * The engines that tests run on. The servers come from Maven artifacts, one for each JVM, started when first asked for; where they
 * cannot run and no URL is given instead, the test is skipped and the reason printed. Thread-safe.
 */
public enum TestEngine {
    /** A file for each database. */
    SQLITE("org.xerial", ""),

    /** With ICU's Turkish order as default of the server, so that nothing can depend on a friendly one. */
    POSTGRESQL("postgresql", "TICKETING_TEST_POSTGRES"),

    /** With {@code utf8mb4_general_ci} as default of the server. */
    MARIADB("utf8mb4_general_ci", "TICKETING_TEST_MARIADB"),

    /** With {@code latin1_swedish_ci} as default of the server: a server of its own, since drivers ask for its default. */
    MARIADB_LATIN1("latin1_swedish_ci", "TICKETING_TEST_MARIADB");

    private static final int ATTEMPTS = 3;

    private final String flavour;
    private final String variable;
    private final Databases databases = new Databases(this);

    TestEngine(String flavour, String variable) {
        this.flavour = flavour;
        this.variable = variable;
    }

    /** The MariaDB engines differ in nothing but the server's default. */
    public boolean isMariaDb() {
        return this == MARIADB || this == MARIADB_LATIN1;
    }

    /** A database without any table, for the caller alone; dropped when closed. */
    public TestDatabase empty() {
        return databases.empty();
    }

    /**
     * A database with our tables, all of them empty; cheap, because closing gives it back for the next test, which finds rows
     * deleted and other tables dropped. A test that changes our tables themselves takes {@link #empty()}.
     */
    public TestDatabase withTables() {
        return databases.withTables();
    }

    /** A server of the caller's own that syncs what it acknowledges, and can be killed and started again. */
    public CrashServer crashServer() {
        Assumptions.assumeTrue(this != SQLITE, "SQLite has no server");
        Assumptions.assumeTrue(url() == null, "a server that is only given by its URL cannot be killed");
        requirePlatform();
        return new CrashServer(this);
    }

    /** The URL that takes the place of a server of ours, or null. */
    String url() {
        return variable.isEmpty() ? null : System.getenv(variable);
    }

    String collation() {
        return flavour;
    }

    Server start(boolean durable) {
        requirePlatform();
        for (int attempt = 1; ; attempt++) {
            try {
                return this == POSTGRESQL ? new PostgresServer(durable) : MariaServer.temporary(collation(), durable);
            } catch (IllegalStateException e) {
                // a port that was free a moment ago may be somebody else's by now
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    private void requirePlatform() {
        boolean possible = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        String reason = this + " is skipped: its server runs on Linux x86-64 only. Set " + variable
                + " to a JDBC URL that may create databases.";
        if (!possible) System.err.println(reason);
        Assumptions.assumeTrue(possible, reason);
    }
}
