package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that is one statement is sent to PostgreSQL alone, if it is the same transaction there as one that we begin. */
class WritesAloneTest {

    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void opensATicketByOneStatement() {
        assertThat(statementsOfOpening("SELECT 1")).singleElement().asString().startsWith("WITH opened AS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
            })
    void beginsWhereAStatementAloneWouldBeAnotherTransaction(String settings) {
        assertThat(statementsOfOpening(settings))
                .singleElement()
                .asString()
                .startsWith("START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE")
                .endsWith("COMMIT");
    }

    /** The second ticket's statements, since the first one also asks and takes numbers. */
    private List<String> statementsOfOpening(String settings) {
        try (TestDatabase database = TestEngine.POSTGRESQL.withTables();
                HikariDataSource pool = pool(database, settings)) {
            JdbcTicketing ticketing = JdbcTicketing.builder(pool).build();
            ticketing.portal(Samples.ADA).open(Samples.DRAFT);
            executed.clear();
            TicketId second = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
            List<String> sent = List.copyOf(executed);

            assertThat(ticketing.portal(Samples.ADA).get(second).number()).isEqualTo(2);
            return sent;
        }
    }

    private HikariDataSource pool(TestDatabase database, String settings) {
        Interception noting = executed::add;
        HikariConfig config = new HikariConfig();
        config.setDataSource(noting.over(database.unpooled()));
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(settings);
        return new HikariDataSource(config);
    }
}
