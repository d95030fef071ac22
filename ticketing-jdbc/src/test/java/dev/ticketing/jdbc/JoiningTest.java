package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Answer;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FileDraft;
import dev.ticketing.MessageDraft;
import dev.ticketing.PortalTicket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.Ticketing;
import dev.ticketing.UploadId;
import dev.ticketing.error.ContentionException;
import dev.ticketing.error.TicketingException;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work inside the host's transaction. */
class JoiningTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource database;
    private JdbcTicketing ticketing;
    private Connection connection;

    @BeforeEach
    void hasAHost() throws Exception {
        database = databases.migrated();
        Rows.run(database, "CREATE TABLE orders (id INTEGER PRIMARY KEY, state TEXT)");
        ticketing = JdbcTicketing.builder(database).build();
        connection = databases.closing(database.getDataSource().getConnection()); // the driver's own, no pool between
        connection.setAutoCommit(false);
    }

    @Test
    void commitsWithTheHost() throws Exception {
        Rows.run(connection, "INSERT INTO orders (state) VALUES ('disputed')");
        TicketId ticket = open(ticketing.joining(connection)).id();
        assertThat(ticketing.desk(Samples.GRACE).find(ticket)).isEmpty();
        connection.commit();

        assertThat(ticketing.desk(Samples.GRACE).find(ticket)).isPresent();
        assertThat(Rows.of(database, "SELECT state FROM orders")).containsExactly("disputed");
    }

    @Test
    void leavesNoRowInAnyTableWhenTheHostRollsBack() throws Exception {
        TicketId known =
                ticketing.desk(Samples.GRACE).open(Samples.ADA, Samples.DRAFT).id();
        Map<String, String> before = Rows.counts(database);

        Ticketing joined = ticketing.joining(connection);
        TicketId ticket = open(joined).id();
        Desk desk = joined.desk(Samples.GRACE);
        desk.note(ticket, "Hm.");
        desk.assign(ticket, Samples.GRACE.id());
        desk.reply(known, MessageDraft.of("See the file.").files(List.of(upload(joined))));
        desk.retitle(known, "Another subject");
        desk.resolve(ticket, "Done.");
        joined.sweep();
        assertThat(desk.search(TicketQuery.all().text("another")).items()).hasSize(1);
        connection.rollback();

        assertThat(Rows.counts(database)).isEqualTo(before);
        assertThat(open(ticketing).number()).isEqualTo(2);
    }

    @Test
    void leavesNothingOfACommandThatFailed() throws Exception {
        Rows.run(connection, "INSERT INTO orders (state) VALUES ('paid')");
        Ticketing joined = ticketing.joining(connection);
        TicketId ticket = open(joined).id();
        Map<String, String> before = withoutSegments(Rows.counts(connection));
        Answer<DeskReads> failing = new Answer<>((written, entries, reads) -> {
            throw new IllegalStateException("the surface cannot render");
        });

        // everything is written by the time it fails, and the host swallows the failure
        assertThatThrownBy(() -> joined.desk(Samples.GRACE).answering(failing).reply(ticket, "half a reply"))
                .hasMessage("the surface cannot render");
        assertThatThrownBy(() -> open(joined)).isInstanceOf(TicketingException.class);
        assertThat(withoutSegments(Rows.counts(connection))).isEqualTo(before);
        connection.commit();

        assertThat(withoutSegments(Rows.counts(database))).isEqualTo(before);
        assertThat(Rows.of(database, "SELECT last_number FROM ticketing_number"))
                .containsExactly("1");
        assertThat(Rows.of(database, "SELECT state FROM orders")).containsExactly("paid");
    }

    @Test
    void leavesTheConnectionAsItWas() throws Exception {
        List<String> before = settings();
        Ticketing joined = ticketing.joining(connection);
        open(joined);
        joined.portal(Samples.ADA).search(TicketQuery.all());

        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(settings()).isEqualTo(before);
        connection.rollback();
    }

    @Test
    void refusesAConnectionInAutoCommitMode() throws Exception {
        Ticketing joined = ticketing.joining(connection);
        connection.setAutoCommit(true);

        assertThatThrownBy(() -> ticketing.joining(connection))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setAutoCommit(false)");
        assertThatThrownBy(() -> open(joined)).isInstanceOf(IllegalStateException.class);
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(Rows.of(database, "SELECT count(*) FROM ticketing_ticket")).containsExactly("0");
    }

    @Test
    void readsWhatTheHostsTransactionWrote() {
        Ticketing joined = ticketing.joining(connection);
        TicketId ticket = open(joined).id();

        assertThat(joined.portal(Samples.ADA).get(ticket).subject()).isEqualTo("Printer on fire");
        assertThat(joined.portal(Samples.ADA)
                        .search(TicketQuery.all().text("burns"))
                        .items())
                .hasSize(1);
        assertThat(joined.desk(Samples.GRACE).counts().total()).isEqualTo(1);
    }

    @Test
    void tellsTheHostToRunItsTransactionAgainWhenAnotherWriterWasFaster() throws Exception {
        TicketId ticket = open(ticketing).id();
        Ticketing joined = ticketing.joining(connection);
        joined.portal(Samples.ADA).get(ticket); // the host's snapshot begins here
        ticketing.desk(Samples.GRACE).note(ticket, "faster");

        assertThatThrownBy(() -> joined.desk(Samples.GRACE).note(ticket, "slower"))
                .isInstanceOf(ContentionException.class)
                .hasMessageContaining("Roll back your transaction and run it again.")
                .hasCauseInstanceOf(SQLException.class);
        connection.rollback();
        joined.desk(Samples.GRACE).note(ticket, "slower");
        connection.commit();
        assertThat(ticketing.desk(Samples.GRACE).get(ticket).noteCount()).isEqualTo(2);
    }

    /** A savepoint makes FTS5 write what it held back, in as many pieces as it likes. */
    private static Map<String, String> withoutSegments(Map<String, String> counts) {
        counts.keySet().removeAll(List.of("ticketing_search_data", "ticketing_search_idx"));
        return counts;
    }

    private static PortalTicket open(Ticketing door) {
        return door.desk(Samples.GRACE)
                .open(Samples.ADA, Samples.DRAFT.externalId("order-1"))
                .shared();
    }

    private static UploadId upload(Ticketing door) {
        return door.desk(Samples.GRACE)
                .upload(FileDraft.of("a.txt", new ByteArrayInputStream(new byte[200_000])))
                .id();
    }

    private List<String> settings() throws SQLException {
        return List.of(
                Rows.of(connection, "PRAGMA journal_mode").toString(),
                Rows.of(connection, "PRAGMA synchronous").toString(),
                Rows.of(connection, "PRAGMA foreign_keys").toString(),
                Rows.of(connection, "PRAGMA busy_timeout").toString());
    }
}
