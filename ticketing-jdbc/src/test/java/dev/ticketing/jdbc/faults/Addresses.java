package dev.ticketing.jdbc.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens a database of which only the address is known. */
final class Addresses {

    private static final int CONNECTIONS = 6;

    private Addresses() {}

    /** A pool that gives up soon, as somebody who waits for a crashed server must. */
    static HikariDataSource pool(String address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
