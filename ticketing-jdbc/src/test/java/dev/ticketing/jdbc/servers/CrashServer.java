package dev.ticketing.jdbc.servers;

/** A server with safe durability settings that a test may kill and start again; addresses stay the same. Not thread-safe. */
public final class CrashServer implements AutoCloseable {

    private final Server server;
    private final Databases databases;

    CrashServer(TestEngine engine) {
        this.server = engine.start(true);
        this.databases = new Databases(engine, server);
    }

    /** A database without any table; it lives as long as the server. */
    public TestDatabase empty() {
        return databases.empty();
    }

    /** Kills the server's process with SIGKILL. */
    public void kill() {
        server.kill();
    }

    /** Starts it on what the killed process left behind, and returns when it takes connections. */
    public void restart() {
        server.restart();
    }

    @Override
    public void close() {
        server.close();
    }
}
