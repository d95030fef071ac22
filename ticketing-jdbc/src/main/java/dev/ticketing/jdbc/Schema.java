package dev.ticketing.jdbc;

/** What to do about our tables when a {@link JdbcTicketing} is built. Thread-safe, like every enum. */
public enum Schema {
    /**
     * Creates or upgrades them with Flyway, beside whatever else the database holds. Several processes may do so at once. The
     * default for a file of our own.
     */
    MIGRATE,
    /**
     * Reads one row and refuses to go on when the tables are missing or of another version. Needs no Flyway. The default for a
     * host's {@code DataSource}.
     */
    VALIDATE,
    /** Reads nothing: the host vouches for them. */
    TRUST
}
