package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Audience;
import dev.ticketing.Desk;
import dev.ticketing.Requester;
import dev.ticketing.StatusKey;
import dev.ticketing.TenantId;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketQuery;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Storage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** PostgreSQL plans a statement a few times, and then keeps a plan for any values; planning takes longer than running it. */
class KeptPlansTest {

    /** It is prepared at its fifth use, and planned for its values five times. */
    private static final int USES = 30;

    private static final String PLANS = "SELECT CASE WHEN custom_plans > 5 THEN 'planned anew' ELSE 'kept' END"
            + " FROM pg_prepared_statements WHERE statement LIKE '%placed_at%'";

    private static final String PLANS_OF_OPENING = "SELECT CASE WHEN MAX(generic_plans) >= " + USES
            + " THEN 'kept' ELSE 'planned anew' END"
            + " FROM pg_prepared_statements WHERE statement LIKE '%INTO ticketing_ticket%'";

    @Test
    void plansAListAFewTimesOnly() {
        Access desk = new Access(TenantId.DEFAULT, Optional.empty(), Set.of(), Audience.DESK);
        TicketQuery bens = TicketQuery.all().statuses(Set.of(StatusKey.OPEN)).assignee(AgentId.of("ben"));
        try (TestDatabase database = TestEngine.POSTGRESQL.empty()) {
            JdbcTicketing.builder(database.dataSource()).schema(Schema.MIGRATE).build();
            ManyOnServer.fill(database);
            // of so many that a plan for few of them differs from one for a tenth of them
            Rows.run(database.dataSource(), "UPDATE ticketing_ticket SET assignee = 'ben', status = 'open'");
            Rows.run(database.dataSource(), "ANALYZE ticketing_ticket");
            try (HikariDataSource pool = ofOne(database)) {
                Storage storage = new JdbcStorage(new OwnTransactions(pool), Clock.systemUTC());
                for (int use = 0; use < USES; use++) storage.page(desk, bens);

                assertThat(Rows.of(pool, PLANS)).containsExactly("kept");
            }
        }
    }

    @Test
    void plansTheOpeningOfATicketAFewTimesOnlyWhateverIsMissing() {
        try (TestDatabase database = TestEngine.POSTGRESQL.empty()) {
            JdbcTicketing.builder(database.dataSource()).schema(Schema.MIGRATE).build();
            try (HikariDataSource pool = ofOne(database)) {
                Desk desk =
                        JdbcTicketing.builder(pool).build().desk(Agent.of("ben").name("Ben"));
                Requester ada = Requester.of("ada").name("Ada");
                TicketDraft bare = TicketDraft.of("No light", "The lamp is dark.");
                for (int use = 0; use < USES; use++) {
                    desk.open(ada, bare);
                    desk.open(ada, bare.tag("lamp").channel("phone").aiHelpful(true));
                }

                assertThat(Rows.of(pool, PLANS_OF_OPENING)).containsExactly("kept");
            }
        }
    }

    private static HikariDataSource ofOne(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}
