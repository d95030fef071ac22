package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketing.TicketId;
import dev.ticketing.contract.Crowd;
import dev.ticketing.contract.World;
import dev.ticketing.spi.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Names the index and the bound columns of every read in {@code query-plans.txt}, and forbids sorting and scanning. When a plan
 * changes on purpose, put what this test found into that file.
 */
class QueryPlanTest {

    @RegisterExtension
    final Databases databases = new Databases();

    private HikariDataSource database;

    /** What each question makes the storage ask. */
    private final Map<String, List<String>> statements = new LinkedHashMap<>();

    @BeforeEach
    void asksEveryQuestion() {
        database = databases.migrated();
        RecordingDataSource recording = new RecordingDataSource(database);
        Storage storage = new JdbcStorage(new OwnTransactions(recording.dataSource()), Clock.systemUTC());
        World world = World.over(storage);
        Crowd.fill(world, 1, 30);
        for (Question question : questions(world.ada().open(World.draft()).id())) {
            recording.clear();
            question.ask().accept(storage);
            assertThat(recording.statements()).as(question.name()).isNotEmpty();
            statements.put(question.name(), recording.statements());
        }
    }

    @Test
    void answersEveryQuestionFromTheIndexThatIsMeantForIt() throws IOException {
        assertThat(plans()).isEqualTo(named());
    }

    @Test
    void neitherSortsNorScans() {
        assertThat(sortsAndScans()).isEmpty();
    }

    @Test
    void noticesWhenAnyIndexIsDropped() throws IOException {
        String named = named();
        List<String> unnoticed = new ArrayList<>();
        for (String index : indexes()) {
            String create = Rows.of(database, "SELECT sql FROM sqlite_master WHERE name = '" + index + "'")
                    .get(0);
            Rows.run(database, "DROP INDEX " + index);
            if (plans().equals(named)) unnoticed.add(index);
            Rows.run(database, create);
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void noticesSortsAndScansWhenListsHaveNoIndex() {
        for (String index : indexes())
            if (index.startsWith("ix_ticketing_ticket__")) Rows.run(database, "DROP INDEX " + index);

        assertThat(sortsAndScans())
                .hasSizeGreaterThan(20)
                .anyMatch(complaint -> complaint.contains("TEMP B-TREE"))
                .allMatch(complaint -> complaint.startsWith("tickets of"));
    }

    private static List<Question> questions(TicketId ticket) {
        List<Question> all = new ArrayList<>(Question.ofOneTicket(ticket));
        all.addAll(Question.ofLists());
        all.addAll(Question.ofCountsAndSearches(ticket));
        all.addAll(Question.ofWriters(ticket));
        all.addAll(Question.ofFeed());
        return all;
    }

    private String plans() {
        StringBuilder plans = new StringBuilder();
        statements.forEach((question, asked) -> {
            plans.append(question).append('\n');
            for (String statement : asked)
                for (String step : QueryPlan.of(database, statement))
                    plans.append("    ").append(step).append('\n');
        });
        return plans.toString();
    }

    private List<String> sortsAndScans() {
        List<String> complaints = new ArrayList<>();
        statements.forEach((question, asked) -> {
            for (String statement : asked)
                for (String step : QueryPlan.sortsAndScans(QueryPlan.of(database, statement)))
                    complaints.add(question + ": " + step);
        });
        return complaints;
    }

    private List<String> indexes() {
        return Rows.of(database, "SELECT name FROM sqlite_master WHERE type = 'index' AND name GLOB '[iu]x_*'");
    }

    private static String named() throws IOException {
        try (InputStream file = QueryPlanTest.class.getResourceAsStream("query-plans.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
