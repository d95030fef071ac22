package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Caller;
import dev.ticketing.TicketQuery;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.TicketField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** MariaDB refuses a statement that names an index which is not there. */
class TicketWalksTest {

    @Test
    void namesOnlyIndexesThatAreThere() throws IOException {
        Agent limited = Agent.of("gus").departments(Set.of("general"));
        List<Access> accesses = new ArrayList<>();
        for (Caller caller : List.of(Samples.ADA, Samples.GRACE, limited)) {
            accesses.add(Access.of(caller));
            accesses.add(Access.of(caller).asPortal());
        }
        Set<TicketQuery> queries = Set.of(TicketQuery.all(), TicketQuery.all().assignee(AgentId.of("gus")));
        String tables = tables();
        for (Access access : accesses)
            for (TicketQuery query : queries)
                for (TicketQuery.Order order : TicketQuery.Order.values()) {
                    TicketField<Instant> by = TicketList.orderedBy(access.audience(), order);
                    assertThat(tables).contains("INDEX " + TicketWalks.index(access, query, by) + "\n");
                }
    }

    private static String tables() throws IOException {
        try (InputStream script = TicketWalks.class.getResourceAsStream("mariadb/V2__create_tables.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
