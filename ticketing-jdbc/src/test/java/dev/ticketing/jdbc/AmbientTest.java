package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.error.TicketingException;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One door that joins the framework's transaction when there is one. */
class AmbientTest {

    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    @ParameterizedTest
    @EnumSource
    void joinsTheTransactionThatIsOpen(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = database.unpooled().getConnection()) {
            JdbcTicketing plain = JdbcTicketing.builder(database.dataSource()).build();
            JdbcTicketing ticketing = ambient(database);
            connection.setAutoCommit(false);
            current.set(connection);
            TicketId ticket = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
            assertThat(ticketing.portal(Samples.ADA).find(ticket)).isPresent();
            assertThat(plain.portal(Samples.ADA).find(ticket)).isEmpty();
            connection.rollback();
            assertThat(plain.portal(Samples.ADA).find(ticket)).isEmpty();

            TicketId kept = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
            connection.commit();
            assertThat(plain.portal(Samples.ADA).find(kept)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTransactionsOfItsOwnOtherwise(TestEngine engine) {
        try (TestDatabase database = engine.withTables()) {
            JdbcTicketing ticketing = ambient(database);
            TicketId ticket = ticketing.portal(Samples.ADA).open(Samples.DRAFT).id();
            ticketing.desk(Samples.GRACE).note(ticket, "committed at once");

            JdbcTicketing plain = JdbcTicketing.builder(database.dataSource()).build();
            assertThat(plain.desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(1);
            assertThat(plain.desk(Samples.GRACE).search(TicketQuery.all()).items())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfARefusedCommandInTheHostsTransaction(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = database.unpooled().getConnection()) {
            JdbcTicketing ticketing = ambient(database);
            connection.setAutoCommit(false);
            current.set(connection);
            ticketing.portal(Samples.ADA).open(Samples.DRAFT.externalId("order-1"));
            assertThatThrownBy(() -> ticketing.portal(Samples.ADA).open(Samples.DRAFT.externalId("order-1")))
                    .isInstanceOf(TicketingException.class);
            connection.commit();
            current.remove();

            assertThat(ticketing.portal(Samples.ADA).counts().total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAConnectionWithoutATransaction(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                Connection connection = database.unpooled().getConnection()) {
            JdbcTicketing ticketing = ambient(database);
            current.set(connection);

            assertThatThrownBy(() -> ticketing.portal(Samples.ADA).open(Samples.DRAFT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    private JdbcTicketing ambient(TestDatabase database) {
        return JdbcTicketing.builder(database.dataSource())
                .ambient(() -> Optional.ofNullable(current.get()))
                .build();
    }
}
