package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.Page;
import dev.ticketing.Settings;
import dev.ticketing.Ticket;
import dev.ticketing.TicketDraft;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists over more departments than one statement merges. */
class TicketListTest {

    private static final int DEPARTMENTS = 150;

    /** Tickets of one millisecond are ordered by their ids. */
    private static final Comparator<Ticket> NEWEST_FIRST = Comparator.comparing(
                    (Ticket ticket) -> ticket.shared().createdAt())
            .thenComparing(ticket -> ticket.id().value())
            .reversed();

    @RegisterExtension
    final Databases databases = new Databases();

    @Test
    void mergesMoreWalksThanOneStatementTakes() {
        Desk desk = JdbcTicketing.builder(databases.migrated())
                .settings(Settings.defaults()
                        .departments(IntStream.range(0, DEPARTMENTS)
                                .mapToObj(i -> Department.of("d" + i, "Department " + i))
                                .toList()))
                .build()
                .desk(Samples.GRACE);
        List<TicketId> newestFirst = IntStream.range(0, DEPARTMENTS)
                .mapToObj(i -> desk.open(Samples.ADA, TicketDraft.of("x", "y").department("d" + i)))
                .sorted(NEWEST_FIRST)
                .map(Ticket::id)
                .toList();

        List<TicketId> walked = new ArrayList<>();
        TicketQuery query = TicketQuery.all().limit(40);
        Page<Ticket> page = desk.search(query);
        while (true) {
            page.items().forEach(ticket -> walked.add(ticket.id()));
            if (page.next().isEmpty()) break;
            page = desk.search(query.after(page.next().get()));
        }

        assertThat(walked).isEqualTo(newestFirst);
        assertThat(ids(desk.search(query.skip(100)))).isEqualTo(newestFirst.subList(100, 140));
        assertThat(ids(desk.search(query.skip(140)))).isEqualTo(newestFirst.subList(140, 150));
    }

    private static List<TicketId> ids(Page<Ticket> page) {
        return page.items().stream().map(Ticket::id).toList();
    }
}
