package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.FeedEntry;
import dev.ticketing.Settings;
import dev.ticketing.Subscription;
import dev.ticketing.TicketEvent.Kind;
import dev.ticketing.TicketId;
import dev.ticketing.Ticketing;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feed, listeners and deliveries when a host owns the transaction. */
class JoinedFeedTest {

    @ParameterizedTest
    @EnumSource
    void tellsOfJoinedWorkOnceTheHostHasCommitted(TestEngine engine) throws Exception {
        try (TestDatabase database = engine.withTables();
                JdbcTicketing ticketing =
                        JdbcTicketing.builder(database.dataSource()).build();
                Connection connection = database.unpooled().getConnection()) {
            connection.setAutoCommit(false);
            Ticketing joined = ticketing.joining(connection);
            TicketId ticket = open(joined);

            assertThat(joined.feed().after(0).entries()).isEmpty();
            assertThat(joined.desk(Samples.GRACE).changes(0).entries()).isEmpty();
            connection.commit();
            assertThat(joined.feed().after(0).entries())
                    .extracting(entry -> entry.event().ticket())
                    .containsExactly(ticket);
            assertThat(joined.desk(Samples.GRACE).changes(0))
                    .isEqualTo(ticketing.feed().after(0));
            joined.desk(Samples.GRACE).take(ticket);
            connection.rollback();
            assertThat(ticketing.feed().after(1).entries()).isEmpty();
        }
    }

    /** What commits late has drawn its number early: who polls for greater numbers never sees it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void losesNothingThatCommitsLate(TestEngine engine) throws Exception {
        // new, because where rows were deleted MariaDB locks gaps, and the second one would wait
        try (TestDatabase database = engine.empty();
                JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                        .schema(Schema.MIGRATE)
                        .build();
                Connection connection = database.unpooled().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            TicketId late = open(ticketing.joining(connection));
            TicketId early = open(ticketing);
            List<FeedEntry> before = ticketing.feed().after(0).entries();
            connection.commit();
            List<FeedEntry> after = ticketing.feed().after(0).entries();

            assertThat(before).extracting(entry -> entry.event().ticket()).containsExactly(early);
            assertThat(after).extracting(entry -> entry.event().ticket()).containsExactly(early, late);
            assertThat(after).extracting(FeedEntry::position).containsExactly(1L, 2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAListenerRefuseOneCommandOfAHostsTransaction(TestEngine engine) throws Exception {
        IllegalStateException refusal = new IllegalStateException("not today");
        Settings settings = Settings.defaults().beforeCommit((entry, reads) -> {
            if (entry.event().kind() == Kind.ASSIGNED) throw refusal;
        });
        try (TestDatabase database = engine.withTables();
                JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                        .settings(settings)
                        .build();
                Connection connection = database.unpooled().getConnection()) {
            Rows.run(database.dataSource(), "CREATE TABLE orders (state VARCHAR(20))");
            connection.setAutoCommit(false);
            Rows.run(connection, "INSERT INTO orders (state) VALUES ('disputed')");
            Ticketing joined = ticketing.joining(connection);
            TicketId ticket = open(joined);
            assertThatThrownBy(() -> joined.desk(Samples.GRACE).take(ticket)).isSameAs(refusal);
            joined.desk(Samples.GRACE).tag(ticket, "later");
            connection.commit();

            assertThat(ticketing.feed().after(0).entries())
                    .extracting(entry -> entry.event().kind())
                    .containsExactly(Kind.OPENED, Kind.TAGGED);
            assertThat(ticketing.desk(Samples.GRACE).get(ticket).version()).isEqualTo(2);
            assertThat(Rows.of(database.dataSource(), "SELECT state FROM orders"))
                    .containsExactly("disputed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsListenersAndSubscribersOfWhatTheHostCommitted(TestEngine engine) throws Exception {
        List<Kind> heard = new ArrayList<>();
        List<Kind> delivered = new ArrayList<>();
        Settings settings = Settings.defaults()
                .afterCommit(entry -> heard.add(entry.event().kind()))
                .subscribe(Subscription.desk(
                        "indexer",
                        delivery -> delivered.add(delivery.event().event().kind())));
        try (TestDatabase database = engine.withTables();
                JdbcTicketing ticketing = JdbcTicketing.builder(database.dataSource())
                        .settings(settings)
                        .build();
                Connection connection = database.unpooled().getConnection()) {
            connection.setAutoCommit(false);
            Ticketing joined = ticketing.joining(connection);
            TicketId ticket = open(joined);
            assertThat(heard).isEmpty();
            connection.commit();

            assertThat(heard).isEmpty();
            ticketing.desk(Samples.GRACE).take(ticket);
            assertThat(heard).containsExactly(Kind.OPENED, Kind.ASSIGNED);
            joined.desk(Samples.GRACE).release(ticket);
            connection.commit();
            assertThat(joined.work().runDue().delivered()).isEqualTo(3);
            assertThat(heard).containsExactly(Kind.OPENED, Kind.ASSIGNED, Kind.RELEASED);
            assertThat(delivered).isEqualTo(heard);
        }
    }

    private static TicketId open(Ticketing ticketing) {
        return ticketing.desk(Samples.GRACE).open(Samples.ADA, Samples.DRAFT).id();
    }
}
