package dev.ticketing.jdbc;

import dev.ticketing.error.StorageException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and upgrades our tables; the only class that knows Flyway, so that a host which migrates itself needs none. */
final class FlywayMigration {

    private static final String SCRIPTS = "classpath:dev/ticketing/jdbc/";
    private static final String HISTORY = "ticketing_schema_history";

    private FlywayMigration() {}

    static void run(DataSource dataSource) {
        try {
            Dialect dialect = Dialect.of(dataSource);
            Flyway flyway = Flyway.configure(FlywayMigration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(SCRIPTS + dialect.folder())
                    .table(HISTORY)
                    // the host's own tables are there first, and are none of our business
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .cleanDisabled(true)
                    .load();
            // only on MariaDB, where statements commit by themselves; our scripts there may be run again from the start
            if (Arrays.stream(flyway.info().all())
                    .anyMatch(script -> script.getState().isFailed())) flyway.repair();
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StorageException(
                    "The ticketing tables could not be created or upgraded; the history is in " + HISTORY + ".", e);
        }
    }
}
