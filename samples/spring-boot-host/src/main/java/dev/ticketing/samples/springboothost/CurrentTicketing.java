package dev.ticketing.samples.springboothost;

import dev.ticketing.Agent;
import dev.ticketing.Desk;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.JdbcTicketing;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The front door into Spring's transaction if there is one, and with transactions of its own otherwise. */
@Component
class CurrentTicketing {

    private final JdbcTicketing ticketing;
    private final DataSource database;

    CurrentTicketing(JdbcTicketing ticketing, DataSource database) {
        this.ticketing = ticketing;
        this.database = database;
    }

    // embedding: current
    Desk desk(Agent agent) {
        return SpringTransaction.on(database)
                .<Ticketing>map(ticketing::joining)
                .orElse(ticketing)
                .desk(agent);
    }
    // embedding: end
}
