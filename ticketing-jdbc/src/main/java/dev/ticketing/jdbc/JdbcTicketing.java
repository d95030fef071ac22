package dev.ticketing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Diagnosis;
import dev.ticketing.Feed;
import dev.ticketing.Portal;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.TenantId;
import dev.ticketing.Ticketing;
import dev.ticketing.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The front door over SQL tables: a SQLite file of our own, the host's {@code DataSource}, or the host's own transaction. The
 * {@code DataSource} leads to SQLite, PostgreSQL or MariaDB; which one is found out by looking.
 *
 * <p>Defaults: {@link Settings#defaults()}; {@link Schema#MIGRATE} for a path and {@link Schema#VALIDATE} for a
 * {@code DataSource}. SQLite runs in WAL mode with {@code synchronous=FULL}, so that what was acknowledged survives a crash: set
 * and read back for a path, checked for a {@code DataSource}. A server whose settings are not as safe is used with a warning in
 * the log.
 *
 * <p>Thread-safe. What {@link #joining} gives belongs to the connection's thread.
 */
public final class JdbcTicketing implements Ticketing, AutoCloseable {

    private final OwnTransactions own;
    private final Ticketing ticketing;
    private final List<HikariDataSource> ownPools;

    private JdbcTicketing(
            OwnTransactions own, JdbcStorage storage, Settings settings, List<HikariDataSource> ownPools) {
        this.own = own;
        this.ticketing = Ticketing.over(storage, settings);
        this.ownPools = ownPools;
    }

    /**
     * Opens a SQLite file with the defaults above; creates it if it is not there.
     *
     * @param file the database file
     * @return the front door, to be closed
     * @throws IllegalStateException if SQLite did not take the settings that durability needs
     * @throws dev.ticketing.error.StorageException if the file cannot be opened or the tables not created
     */
    public static JdbcTicketing open(Path file) {
        return builder(file).build();
    }

    /**
     * Prepares to open a SQLite file.
     *
     * @param file the database file
     * @return a builder with {@link Schema#MIGRATE}
     */
    public static Builder builder(Path file) {
        return new Builder(Objects.requireNonNull(file, "file == null"), null, Schema.MIGRATE);
    }

    /**
     * Prepares to use the host's pool. Connections to SQLite must have {@code journal_mode=WAL}, {@code synchronous=FULL},
     * {@code foreign_keys=ON} and a {@code busy_timeout}.
     *
     * @param dataSource gives connections to SQLite, PostgreSQL or MariaDB, with the engine's own driver; never closed by us
     * @return a builder with {@link Schema#VALIDATE}
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(null, Objects.requireNonNull(dataSource, "dataSource == null"), Schema.VALIDATE);
    }

    /**
     * Joins the host's transaction: what is written commits or vanishes with it. Each command runs in a savepoint, so a refused
     * one leaves nothing behind. We never commit or close the connection, or change its settings.
     *
     * <p>Commands are never run again by us: when another writer is in the way there is a
     * {@link dev.ticketing.error.ContentionException}, and the host rolls back and runs its transaction again. On SQLite, begin
     * a transaction that will write with {@code BEGIN IMMEDIATE} (the driver's {@code transaction_mode=IMMEDIATE}). On a server,
     * opening a ticket now and then takes a second connection from the {@code DataSource}, for a block of ticket numbers.
     *
     * @param connection a connection to the same database, with auto-commit off
     * @return a front door into that transaction, for the connection's thread and until the transaction's end
     * @throws IllegalStateException if auto-commit is on, now or when it is used
     */
    public Ticketing joining(Connection connection) {
        JoinedTransactions joined = new JoinedTransactions(Objects.requireNonNull(connection, "connection == null"));
        return Ticketing.joining(new JdbcStorage(joined, own, settings().clock(), new KeptReads(0)), ticketing);
    }

    @Override
    public Portal portal(Requester requester) {
        return ticketing.portal(requester);
    }

    @Override
    public Desk desk(Agent agent) {
        return ticketing.desk(agent);
    }

    @Override
    public Ticketing tenant(TenantId tenant) {
        return ticketing.tenant(tenant);
    }

    @Override
    public Feed feed() {
        return ticketing.feed();
    }

    @Override
    public Work work() {
        return ticketing.work();
    }

    @Override
    public Settings settings() {
        return ticketing.settings();
    }

    @Override
    public void sweep() {
        ticketing.sweep();
    }

    @Override
    public Diagnosis doctor() {
        return ticketing.doctor();
    }

    /** Closes the pools that we opened; a host's {@code DataSource} stays open. Closing twice is no error. */
    @Override
    public void close() {
        ownPools.forEach(HikariDataSource::close);
    }

    /** Collects what is needed to open; every method gives the builder itself. Not thread-safe. */
    public static final class Builder {

        /** A thousand tickets with ten messages each, a hundred pages, and the states of some thousand tickets. */
        private static final long KEPT_BYTES = 24L << 20;

        private final @Nullable Path file;
        private final @Nullable DataSource dataSource;
        private Schema schema;
        private Settings settings = Settings.defaults();
        private @Nullable Supplier<Optional<Connection>> ambient;
        private long keptBytes = KEPT_BYTES;

        private Builder(@Nullable Path file, @Nullable DataSource dataSource, Schema schema) {
            this.file = file;
            this.dataSource = dataSource;
            this.schema = schema;
        }

        /**
         * Says what to do about the tables.
         *
         * @param with the choice
         * @return this builder
         */
        public Builder schema(Schema with) {
            this.schema = Objects.requireNonNull(with, "schema == null");
            return this;
        }

        /**
         * Says what the host decided about its desk.
         *
         * @param with the settings
         * @return this builder
         */
        public Builder settings(Settings with) {
            this.settings = Objects.requireNonNull(with, "settings == null");
            return this;
        }

        /**
         * Says how to find the transaction that a framework has open on the calling thread. While there is one, everything is
         * done inside it, as by {@link JdbcTicketing#joining}; otherwise in transactions of our own. Feed and background work
         * always have their own.
         *
         * @param current gives the connection of the open transaction, with auto-commit off, or empty if there is none; asked
         *     for each command and read, on the calling thread; never a connection fetched just for asking
         * @return this builder
         */
        public Builder ambient(Supplier<Optional<Connection>> current) {
            this.ambient = Objects.requireNonNull(current, "current == null");
            return this;
        }

        /**
         * Says how much of what was read last is kept, so that the next read of the same ticket, or of the same page of a list,
         * only has to ask the database whether it has changed. It is asked on every read, so nobody ever sees less than what was
         * committed before; what is read in a host's transaction is neither kept nor given from there.
         *
         * @param bytes about how much heap it may take, texts counted with two bytes a character; 24 MiB unless told otherwise,
         *     0 keeps nothing
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder keptBytes(long bytes) {
            if (bytes < 0) throw new IllegalArgumentException("keptBytes must not be negative");
            this.keptBytes = bytes;
            return this;
        }

        /**
         * Opens.
         *
         * @return the front door, to be closed
         * @throws IllegalStateException if SQLite's settings do not suffice, or the tables are missing or of another version
         * @throws dev.ticketing.error.StorageException if the database cannot be reached or the tables not created
         */
        public JdbcTicketing build() {
            if (dataSource != null) {
                OwnTransactions own = new OwnTransactions(dataSource);
                requireSafety(own);
                return over(dataSource, own, List.of());
            }
            Path path = Objects.requireNonNull(file);
            // SQLite would leave an empty file behind
            if (schema != Schema.MIGRATE && !Files.exists(path))
                throw new IllegalStateException(
                        "There is no database file. Build once with Schema.MIGRATE to create it.");
            List<HikariDataSource> pools = new ArrayList<>();
            try {
                HikariDataSource readers = SqliteFile.open(path);
                pools.add(readers);
                HikariDataSource writers = SqliteFile.openForWriters(path);
                pools.add(writers);
                for (HikariDataSource pool : pools) requireSafety(new OwnTransactions(pool));
                return over(readers, new OwnTransactions(readers, writers), pools);
            } catch (RuntimeException | Error e) {
                pools.forEach(HikariDataSource::close);
                throw e;
            }
        }

        private JdbcTicketing over(DataSource source, OwnTransactions own, List<HikariDataSource> ownPools) {
            switch (schema) {
                case MIGRATE -> FlywayMigration.run(source);
                case VALIDATE -> SchemaVersion.require(source);
                case TRUST -> {}
            }
            Transactions transactions = ambient == null ? own : new AmbientTransactions(ambient, own);
            JdbcStorage storage = new JdbcStorage(transactions, own, settings.clock(), new KeptReads(keptBytes));
            return new JdbcTicketing(own, storage, settings, ownPools);
        }

        private static void requireSafety(OwnTransactions transactions) {
            if (transactions.dialect().isServer()) ServerSettings.warn(transactions);
            else SqliteSettings.require(transactions);
        }
    }
}
