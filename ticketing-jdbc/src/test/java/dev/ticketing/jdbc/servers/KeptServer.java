package dev.ticketing.jdbc.servers;

import java.nio.file.Path;
import java.util.List;

/**
 * A server on a folder that is kept: closing it ends it in order, so that its files can be copied, and the next one that is started
 * there finds what it left. Needs nothing of a test. Not thread-safe.
 */
public final class KeptServer implements AutoCloseable {

    private final MariaServer server;

    private KeptServer(MariaServer server) {
        this.server = server;
    }

    /** MariaDB with its own defaults but for these settings, written as options of its command line; on Linux x86-64. */
    public static KeptServer mariaDb(Path folder, List<String> settings) {
        return new KeptServer(new MariaServer(folder, settings));
    }

    /** The URL of a database on it, with user and password; {@code mysql} is always there. */
    public String url(String database) {
        return server.url(database);
    }

    @Override
    public void close() {
        server.stop();
    }
}
