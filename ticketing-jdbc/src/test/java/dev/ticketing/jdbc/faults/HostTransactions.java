package dev.ticketing.jdbc.faults;

import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A host that writes its own row, has a use case join in, and ends its transaction one way or the other. */
final class HostTransactions {

    private static final String HOST_WRITE = "UPDATE orders SET state = 'disputed' WHERE id = 1";

    private final Prepared prepared;
    private final Fixture fixture;
    private final boolean withSavepoints;
    private final List<String> residues = new ArrayList<>();
    private int tried;

    HostTransactions(Prepared prepared, Fixture fixture, boolean withSavepoints) {
        this.prepared = prepared;
        this.fixture = fixture;
        this.withSavepoints = withSavepoints;
    }

    int tried() {
        return tried;
    }

    List<String> residues() {
        return residues;
    }

    void rollsBack(UseCase useCase) {
        rollsBackAllAtOnce(List.of(useCase));
    }

    /** Some of them stand in each other's way: what is refused then is caught. */
    void rollsBackAllAtOnce(List<UseCase> useCases) {
        DataSource database = prepared.restored();
        Dump before = Dump.of(database);
        String name = useCases.size() == 1 ? useCases.get(0).name() : "all at once";
        run(database, Fixture.settings(), name, (connection, joined) -> {
            for (UseCase useCase : useCases) {
                boolean refused = isRefused(useCase, joined);
                if (useCases.size() == 1 && refused != (useCase.ends() == UseCase.Ends.REFUSED))
                    residues.add(useCase + ": refused is " + refused);
            }
            connection.rollback();
        });
        expect(name + ", rolled back", before, database);
    }

    void commitsAfterARefusal(UseCase useCase) {
        commitsAfterARefusal(useCase, Fixture.settings());
    }

    /** The listener refuses when everything is written. */
    void commitsAfterAListenersRefusal(UseCase useCase) {
        commitsAfterARefusal(useCase, Fixture.settings().beforeCommit((event, reads) -> {
            throw new UseCases.Unrendered();
        }));
    }

    private void commitsAfterARefusal(UseCase useCase, Settings settings) {
        DataSource database = prepared.restored();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(HOST_WRITE);
            Dump expected = Dump.of(connection);
            statement.executeUpdate("UPDATE orders SET state = 'paid' WHERE id = 1");
            run(database, settings, useCase.name(), (joining, joined) -> {
                if (!isRefused(useCase, joined)) residues.add(useCase + " was not refused");
                joining.commit();
            });
            expect(useCase + ", refused and committed", expected, database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void on(Connection connection, Ticketing joined) throws SQLException;
    }

    private void run(DataSource database, Settings settings, String name, Work work) {
        tried++;
        JdbcTicketing ticketing = JdbcTicketing.builder(database)
                .schema(Schema.TRUST)
                .settings(settings)
                .build();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(HOST_WRITE);
            WatchedConnection watched = new WatchedConnection(connection, withSavepoints);
            work.on(connection, ticketing.joining(watched.connection()));
            for (String complaint : watched.complaints()) residues.add(name + " did to the connection: " + complaint);
            if (watched.statements() == 0) residues.add(name + " did nothing there");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRefused(UseCase useCase, Ticketing joined) {
        try {
            useCase.act().on(new Hands(joined, fixture));
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void expect(String what, Dump expected, DataSource database) {
        Dump found = Dump.of(database);
        if (!found.equals(expected)) residues.add(what + " leaves" + found.differenceFrom(expected));
    }
}
