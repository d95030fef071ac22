package dev.ticketing.samples.benchmarks;

import dev.ticketing.Agent;
import dev.ticketing.AgentId;
import dev.ticketing.Command;
import dev.ticketing.Desk;
import dev.ticketing.MessageDraft;
import dev.ticketing.OutsideFile;
import dev.ticketing.Requester;
import dev.ticketing.Settings;
import dev.ticketing.StatusKey;
import dev.ticketing.TicketId;
import dev.ticketing.error.ContentionException;
import dev.ticketing.jdbc.JdbcTicketing;
import dev.ticketing.jdbc.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Writes cases by the library's public interface, many in one transaction of the host. */
final class LibraryCases {

    private LibraryCases() {}

    static void write(DataSource pool, Zipf texts, int from, int to) throws SQLException {
        CaseClock clock = new CaseClock();
        JdbcTicketing ticketing = JdbcTicketing.builder(pool)
                .schema(Schema.TRUST)
                .settings(Settings.defaults().clock(clock))
                .build();
        while (true) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    Desk desk = ticketing
                            .joining(connection)
                            .desk(Agent.of(Case.BUSY).name("Ben"));
                    for (int number = from; number < to; number++) write(desk, Case.of(number, texts), clock);
                    connection.commit();
                    return;
                } catch (ContentionException e) {
                    connection.rollback();
                }
            }
        }
    }

    private static void write(Desk desk, Case each, CaseClock clock) {
        clock.at = each.openedAt();
        TicketId ticket = desk.open(
                        Requester.of(each.requester()).name("Ada").email("ada@example.org"),
                        LibraryProgram.draft(each).externalId(each.externalId()))
                .id();
        List<Command> commands = new ArrayList<>();
        if (!each.assignee().isEmpty()) commands.add(new Command.Assign(AgentId.of(each.assignee())));
        int last = each.messages().size() - 1;
        for (int i = 1; i <= last; i++) {
            MessageDraft draft = MessageDraft.of(each.messages().get(i));
            if (i == 1) draft = draft.files(files(each));
            if (i == last) draft = draft.thenStatus(StatusKey.of(each.status()));
            commands.add(new Command.Reply(draft));
        }
        clock.at += each.messages().size();
        desk.apply(ticket, commands.toArray(Command[]::new));
    }

    private static List<OutsideFile> files(Case each) {
        return each.files().stream()
                .map(name -> new OutsideFile(name, "https://files.example.org/" + name, 4_711, "application/pdf"))
                .toList();
    }

    /** The time of the case that is being written; one thread's own. */
    private static final class CaseClock extends Clock {

        private long at;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(at);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
