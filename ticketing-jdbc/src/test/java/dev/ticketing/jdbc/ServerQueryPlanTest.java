package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.TicketId;
import dev.ticketing.error.StorageException;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.spi.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On servers each read takes a few rows of many, and notices when its index is gone. */
class ServerQueryPlanTest {

    /** A page of each walk of a list and its rows, and well below what the tables have. */
    private static final int A_FEW = 1_700;

    /** What has to look at all there is, and is asked by operators now and then. */
    private static final List<String> SUMS = List.of("SELECT SUM(last_version", "HAVING COUNT(*) > ");

    /** What keeps rows unique, and no read uses; or only reads that stop at the first row, which may be found soon without it. */
    private static final List<String> UNIQUE_ONLY =
            List.of("ux_ticketing_outcome__key_hash", "ux_ticketing_feed__ticket_key_version");

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void readsAFewRowsOfManyAndNoticesWhenAnyIndexIsGone(TestEngine engine) {
        try (TestDatabase database = engine.empty()) {
            JdbcTicketing.builder(database.dataSource()).schema(Schema.MIGRATE).build();
            ManyOnServer.fill(database);
            Asked asked = new Asked(database);

            assertThat(asked.complaints()).isEmpty();
            assertThat(asked.unnoticed()).isSubsetOf(UNIQUE_ONLY);
        }
    }

    /** Every question, and how a server answers it. */
    private static final class Asked {
        private final TestDatabase database;
        private final ExplainingDataSource explaining;
        private final Storage storage;
        private final List<ServerIndex> indexes;
        private final Map<String, List<Question>> askers = new HashMap<>();

        Asked(TestDatabase database) {
            this.database = database;
            this.explaining = new ExplainingDataSource(
                    database.dataSource(),
                    database.engine().isMariaDb()
                            ? new ServerExplanation.Mariadb()
                            : new ServerExplanation.Postgresql());
            this.storage = new JdbcStorage(new OwnTransactions(explaining.dataSource()), Clock.systemUTC());
            this.indexes = ServerIndex.all(database);
        }

        /** Asks everything once. */
        List<String> complaints() {
            List<String> complaints = new ArrayList<>();
            for (Question question : questions()) {
                List<ServerExplanation> answers = answers(question);
                for (ServerIndex index : indexes)
                    if (answers.stream().anyMatch(answer -> answer.uses(index.name())))
                        askers.computeIfAbsent(index.name(), name -> new ArrayList<>())
                                .add(question);
                complaints.addAll(complaints(question, answers));
            }
            return complaints;
        }

        /** Takes each index away in turn, and asks what had used it. */
        List<String> unnoticed() {
            List<String> unnoticed = new ArrayList<>();
            for (ServerIndex index : indexes) {
                List<Question> asking = askers.getOrDefault(index.name(), List.of());
                Rows.run(database.dataSource(), index.away());
                if (asking.stream().noneMatch(this::isNoticed)) unnoticed.add(index.name());
                Rows.run(database.dataSource(), index.back());
            }
            return unnoticed;
        }

        private boolean isNoticed(Question question) {
            try {
                return !complaints(question, answers(question)).isEmpty();
            } catch (StorageException e) {
                return true; // a statement that names its index
            }
        }

        private static List<Question> questions() {
            TicketId ticket = ManyOnServer.id(1);
            List<Question> all = new ArrayList<>(Question.ofOneTicket(ticket));
            all.addAll(Question.ofLists());
            all.addAll(Question.ofLists(ManyOnServer.place(ManyOnServer.MANY / 2)));
            all.addAll(Question.ofCountsAndSearches(ManyOnServer.id(ManyOnServer.MANY / 2)));
            all.addAll(Question.ofWriters(ticket));
            all.addAll(Question.ofFeed());
            return all;
        }

        private static List<String> complaints(Question question, List<ServerExplanation> answers) {
            return answers.stream()
                    .filter(answer -> answer.read() > A_FEW)
                    .filter(answer -> SUMS.stream().noneMatch(answer.statement()::contains))
                    .map(answer -> question.name() + " reads " + answer.read() + " rows:\n" + answer.statement() + "\n"
                            + String.join("\n", answer.plan()))
                    .toList();
        }

        private List<ServerExplanation> answers(Question question) {
            explaining.explanations();
            question.ask().accept(storage);
            return explaining.explanations();
        }
    }
}
