package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.Page;
import dev.ticketing.spi.Storage;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A long ticket in a large tenant is read with the same statements and the same work as a short one in a small tenant. */
class ManyTicketsTest {

    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int LONG = 2_000;
    private static final int SHORT = 200;

    @RegisterExtension
    final Databases databases = new Databases();

    @Test
    void readsNoMoreWhenThereIsMore() throws SQLException {
        Desk small = new Desk(databases.migrated(), FEW, SHORT);
        Desk large = new Desk(databases.migrated(), MANY, LONG);

        assertSameWork(small, large, desk -> Question.ofOneTicket(ManyTickets.id(1)));
        assertSameWork(small, large, desk -> Question.ofLists());
        assertSameWork(small, large, desk -> Question.ofLists(desk.middle()));
        assertSameWork(small, large, desk -> Question.ofCountsAndSearches(ManyTickets.id(desk.tickets / 2)));

        Rows.run(large.database, "ANALYZE");
        assertThat(large.sortsAndScans(Question.ofLists(large.middle()))).isEmpty();
        assertThat(large.sortsAndScans(Question.ofOneTicket(ManyTickets.id(1)))).isEmpty();
        assertThat(large.sortsAndScans(Question.ofCountsAndSearches(ManyTickets.id(50_000))))
                .isEmpty();
    }

    private static void assertSameWork(Desk small, Desk large, Function<Desk, List<Question>> questions) {
        List<Question> few = questions.apply(small);
        List<Question> many = questions.apply(large);
        for (int i = 0; i < few.size(); i++) {
            String name = few.get(i).name();
            Work little = small.work(few.get(i));
            Work much = large.work(many.get(i));
            assertThat(much.statements()).as(name).isEqualTo(little.statements());
            assertThat(much.steps()).as(name).isLessThan(little.steps() * 2);
        }
    }

    private record Work(int statements, long steps) {}

    /** A storage over many tickets or few. */
    private static final class Desk {
        private final HikariDataSource database;
        private final int tickets;
        private final RecordingDataSource recording;
        private final Storage storage;

        Desk(HikariDataSource database, int tickets, int messages) throws SQLException {
            ManyTickets.fill(database, tickets, messages);
            this.database = database;
            this.tickets = tickets;
            this.recording = new RecordingDataSource(database);
            this.storage = new JdbcStorage(new OwnTransactions(recording.dataSource()), Clock.systemUTC());
        }

        Page.Cursor middle() {
            return ManyTickets.place(tickets / 2);
        }

        Work work(Question question) {
            recording.clear();
            question.ask().accept(storage);
            return new Work(recording.statements().size(), recording.steps());
        }

        List<String> sortsAndScans(List<Question> questions) {
            List<String> complaints = new ArrayList<>();
            for (Question question : questions) {
                work(question);
                for (String statement : recording.statements())
                    complaints.addAll(QueryPlan.sortsAndScans(QueryPlan.of(database, statement)));
            }
            return complaints;
        }
    }
}
