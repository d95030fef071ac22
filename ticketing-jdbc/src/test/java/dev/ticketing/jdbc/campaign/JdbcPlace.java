package dev.ticketing.jdbc.campaign;

import dev.ticketing.Settings;
import dev.ticketing.Ticketing;
import dev.ticketing.contract.driver.Place;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** An empty database with our tables, given back after the run. */
final class JdbcPlace implements Place {

    private final TestDatabase database;
    private final UnaryOperator<DataSource> seenThrough;

    private JdbcPlace(TestDatabase database, UnaryOperator<DataSource> seenThrough) {
        this.database = database;
        this.seenThrough = seenThrough;
    }

    static Place on(TestEngine engine) {
        return on(engine, UnaryOperator.identity());
    }

    /** Looks at the database through something that may lie. */
    static Place on(TestEngine engine, UnaryOperator<DataSource> seenThrough) {
        return new JdbcPlace(engine.withTables(), seenThrough);
    }

    @Override
    public Ticketing open(Settings settings) {
        return JdbcTicketing.builder(seenThrough.apply(database.dataSource()))
                .settings(settings)
                .build();
    }

    @Override
    public void close() {
        database.close();
    }
}
