package dev.ticketing.jdbc.faults;

import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** A fixture's database, opened by a host that has an order of its own in it. One use case after another can run in it. */
final class Scene implements AutoCloseable {

    /** Everything that the host keeps. */
    static final String HOST_TABLE = "CREATE TABLE orders (id BIGINT PRIMARY KEY, state VARCHAR(20))";

    private static final String HOST_WRITE = "UPDATE orders SET state = 'disputed' WHERE id = 1";

    private final FaultyPool pool;
    private final DataSource lending;
    private final JdbcTicketing ticketing;
    private final Fixture fixture;
    private final Mode mode;

    Scene(DataSource database, Fixture fixture, Mode mode, FaultyPool.Cut cut) {
        this.pool = new FaultyPool(database, cut);
        this.lending = pool.dataSource();
        this.fixture = fixture;
        this.mode = mode;
        this.ticketing = JdbcTicketing.builder(lending)
                .schema(Schema.TRUST)
                .settings(Fixture.settings())
                .build();
    }

    /** Makes a database of a fixture and a host's order. */
    static Prepared prepare(Backend backend, Fixture[] filled) {
        return backend.prepare(database -> {
            Settings early = Fixture.early();
            try (JdbcTicketing ticketing = JdbcTicketing.builder(database)
                            .schema(Schema.MIGRATE)
                            .settings(early)
                            .build();
                    Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                filled[0] = Fixture.fill(ticketing);
                statement.execute(HOST_TABLE);
                statement.execute("INSERT INTO orders (id, state) VALUES (1, 'paid')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    FaultyPool pool() {
        return pool;
    }

    /** Lets one call of the use case go wrong, from its first call inside our code to its last. */
    Optional<Exception> run(UseCase useCase, Fault fault, long call) {
        return mode == Mode.OWN ? own(useCase, fault, call) : joined(useCase, fault, call);
    }

    /** Lets nothing go wrong. */
    Optional<Exception> run(UseCase useCase) {
        return run(useCase, Fault.BEFORE, 0);
    }

    @Override
    public void close() {
        try {
            pool.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Exception> own(UseCase useCase, Fault fault, long call) {
        return armed(useCase, ticketing, fault, call);
    }

    private Optional<Exception> joined(UseCase useCase, Fault fault, long call) {
        try (Connection connection = lending.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(HOST_WRITE);
            }
            Optional<Exception> failure = armed(useCase, ticketing.joining(connection), fault, call);
            if (connection.isClosed()) return failure;
            if (failure.isPresent() && mode == Mode.JOINED_AND_ROLLED_BACK) connection.rollback();
            else connection.commit();
            connection.setAutoCommit(true);
            return failure;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Exception> armed(UseCase useCase, Ticketing door, Fault fault, long call) {
        pool.arm(fault, call);
        try {
            useCase.act().on(new Hands(door, fixture));
            return Optional.empty();
        } catch (Exception e) {
            // not only unchecked ones: JDBI throws checked ones behind the compiler's back
            return Optional.of(e);
        } finally {
            pool.disarm();
        }
    }
}
