package dev.ticketing.jdbc.servers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** One database of a test's own. Closing drops it, or gives it back; both close its pool's connections or expect them unused. */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final TestEngine engine;
    private final String name;
    private final String url;
    private final HikariDataSource pool;
    private final Runnable end;

    TestDatabase(TestEngine engine, String name, String url, java.util.function.Consumer<TestDatabase> end) {
        this.engine = engine;
        this.name = name;
        this.url = url;
        this.pool = pool(unpooled());
        this.end = () -> end.accept(this);
    }

    /** The engine that it is on. */
    public TestEngine engine() {
        return engine;
    }

    /** Where it is, with user, password and all settings, for another process. */
    public String url() {
        return url;
    }

    /** A pool of up to {@value #CONNECTIONS} connections, opened as needed; not to be closed by tests. */
    public HikariDataSource dataSource() {
        return pool;
    }

    /** The driver's own source: a new connection each time. */
    public DataSource unpooled() {
        try {
            switch (engine) {
                case SQLITE -> {
                    SQLiteDataSource source = new SQLiteDataSource();
                    source.setUrl(url);
                    return source;
                }
                case POSTGRESQL -> {
                    PGSimpleDataSource source = new PGSimpleDataSource();
                    source.setURL(url);
                    return source;
                }
                default -> {
                    return new MariaDbDataSource(url);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.run();
    }

    String name() {
        return name;
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
