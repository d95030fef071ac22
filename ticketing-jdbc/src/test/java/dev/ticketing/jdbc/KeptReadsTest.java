package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Agent;
import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.Page;
import dev.ticketing.Settings;
import dev.ticketing.StatusKey;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.error.NotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept is compared on every read, and never what a transaction has not committed. */
class KeptReadsTest {

    private static final TicketQuery OPEN =
            TicketQuery.all().statuses(Set.of(StatusKey.OPEN)).departments(Set.of("general"));

    @RegisterExtension
    final Databases databases = new Databases();

    private final AtomicReference<Optional<Connection>> hosts = new AtomicReference<>(Optional.empty());
    private HikariDataSource pool;
    private RecordingDataSource recording;
    private Desk desk;
    private TicketId ticket;

    @BeforeEach
    void open() {
        pool = databases.migrated();
        recording = new RecordingDataSource(pool);
        JdbcTicketing ticketing = JdbcTicketing.builder(recording.dataSource())
                .ambient(hosts::get)
                // time stands still, so that it tells nothing
                .settings(Settings.defaults().clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)))
                .build();
        desk = ticketing.desk(Samples.GRACE);
        ticket = desk.open(Samples.ADA, Samples.DRAFT).id();
    }

    @Test
    void readsTheSecondTimeOnlyWhetherItHasChanged() {
        desk.get(ticket);
        String whole = desk.thread(ticket, ThreadQuery.first()).toString();
        desk.search(OPEN);

        recording.clear();
        assertThat(desk.thread(ticket, ThreadQuery.first())).hasToString(whole);
        assertThat(recording.statements())
                .singleElement()
                .asString()
                .contains("version")
                .doesNotContain("revision");

        recording.clear();
        assertThat(desk.search(OPEN).items()).hasSize(1);
        assertThat(recording.statements()).singleElement().asString().startsWith("SELECT id, version, updated_at");
    }

    @Test
    void readsAnewWhatHasChanged() {
        desk.thread(ticket, ThreadQuery.first());
        Page<Ticket> before = desk.search(OPEN);
        desk.note(ticket, "only for staff");

        assertThat(desk.thread(ticket, ThreadQuery.first()).entries()).hasSize(2);
        assertThat(desk.search(OPEN).items().get(0).version())
                .isGreaterThan(before.items().get(0).version());

        TicketId second = desk.open(Samples.ADA, Samples.DRAFT).id();
        assertThat(desk.search(OPEN).items()).extracting(Ticket::id).contains(second);
        desk.resolve(ticket, "put out");
        assertThat(desk.search(OPEN).items()).extracting(Ticket::id).containsExactly(second);
    }

    @Test
    void givesNothingToWhomItIsNotFor() {
        JdbcTicketing ticketing = JdbcTicketing.builder(pool)
                .settings(Settings.defaults()
                        .departments(List.of(Department.of("general", "General"), Department.of("vps", "Servers"))))
                .build();
        Agent general = Agent.of("gus").departments(Set.of("general"));
        ticketing.desk(general).thread(ticket, ThreadQuery.first());
        ticketing.desk(Samples.GRACE).transfer(ticket, "vps");

        assertThatThrownBy(() -> ticketing.desk(general).thread(ticket, ThreadQuery.first()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void neitherKeepsNorGivesInAHostsTransaction() throws SQLException {
        TicketQuery either = OPEN.statuses(Set.of(StatusKey.OPEN, StatusKey.ANSWERED));
        desk.thread(ticket, ThreadQuery.first());
        try (Connection host = pool.getConnection()) {
            host.setAutoCommit(false);
            hosts.set(Optional.of(host));
            desk.note(ticket, "never was");
            assertThat(desk.thread(ticket, ThreadQuery.first()).entries()).hasSize(2);
            assertThat(desk.search(either).items().get(0).noteCount()).isEqualTo(1);
            host.rollback();
        } finally {
            hosts.set(Optional.empty());
        }
        // as many changes as those that never were, so that versions alone would not tell
        desk.reply(ticket, "was");

        assertThat(desk.search(either).items().get(0).noteCount()).isZero();
        assertThat(desk.thread(ticket, ThreadQuery.first()).entries())
                .last()
                .extracting(entry -> entry.text())
                .isEqualTo("was");
    }

    @Test
    void keepsNothingWhenToldSo() {
        assertThatThrownBy(() -> JdbcTicketing.builder(pool).keptBytes(-1))
                .isInstanceOf(IllegalArgumentException.class);
        Desk forgetful = JdbcTicketing.builder(recording.dataSource())
                .keptBytes(0)
                .build()
                .desk(Samples.GRACE);
        forgetful.thread(ticket, ThreadQuery.first());

        recording.clear();
        forgetful.thread(ticket, ThreadQuery.first());
        assertThat(recording.statements()).singleElement().asString().contains("revision");
    }

    @Test
    void keepsNoMoreThanItIsToldHoweverLongTheTextsAre() {
        Desk frugal = JdbcTicketing.builder(recording.dataSource())
                .keptBytes(100_000)
                .build()
                .desk(Samples.GRACE);
        assertThat(statementsOfSecondRead(frugal)).doesNotContain("revision");

        frugal.resolve(ticket, "put out ".repeat(500));
        assertThat(statementsOfSecondRead(frugal)).contains("revision");
    }

    private String statementsOfSecondRead(Desk reader) {
        reader.thread(ticket, ThreadQuery.first());
        recording.clear();
        reader.thread(ticket, ThreadQuery.first());
        return recording.statements().toString();
    }
}
