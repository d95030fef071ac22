package dev.ticketing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.Agent;
import dev.ticketing.Department;
import dev.ticketing.Desk;
import dev.ticketing.DeskReads;
import dev.ticketing.FeedEntry;
import dev.ticketing.Priority;
import dev.ticketing.Settings;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketId;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.error.TransitionRefusedException;
import dev.ticketing.jdbc.servers.TestDatabase;
import dev.ticketing.jdbc.servers.TestEngine;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On a server, a command decides on a ticket as it is kept here; what comes of it stands only if the ticket was like that. Two doors
 * to one database are two processes: neither knows what the other one writes.
 */
class TrustTest {

    private static final Settings SETTINGS = Settings.defaults()
            .departments(List.of(Department.of("general", "General"), Department.of("vps", "Servers")));

    private static final Agent GUS = Agent.of("gus").departments(Set.of("general"));

    private static final String OPENING = "It burns since noon.";

    private final List<String> executed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();
    private final List<RuntimeException> swallowed = new ArrayList<>();
    private BiConsumer<FeedEntry, DeskReads> listener = (event, reads) -> asked.incrementAndGet();

    @OnServers
    void repliesToWhatWasReadByOneRoundTrip(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.here().reply(doors.ticket(), "first");
            executed.clear();
            doors.here().reply(doors.ticket(), "second");

            assertThat(executed).singleElement().asString().contains("UPDATE ticketing_ticket SET");
            assertThat(doors.texts()).containsExactly(OPENING, "first", "second");
        });
    }

    @OnServers
    void decidesAgainWhenTheTicketMovedElsewhere(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.there().reply(doors.ticket(), "from there");
            doors.here().reply(doors.ticket(), "from here");

            assertThat(doors.texts()).containsExactly(OPENING, "from there", "from here");
            assertThat(doors.here().get(doors.ticket()).version()).isEqualTo(3);
        });
    }

    @OnServers
    void refusesOnlyWhatIsToBeRefusedNow(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.there().resolve(doors.ticket(), "put out");
            doors.there().close(doors.ticket());
            assertThatThrownBy(() -> doors.here().reply(doors.ticket(), "too late"))
                    .isInstanceOf(TransitionRefusedException.class);

            doors.there().reopen(doors.ticket());
            doors.here().reply(doors.ticket(), "again");

            assertThat(doors.texts()).containsExactly(OPENING, "again");
        });
    }

    @OnServers
    void writesWhatIsNewThoughItWasKeptSo(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.here().prioritise(doors.ticket(), Priority.HIGH);
            doors.there().prioritise(doors.ticket(), Priority.LOW);
            doors.here().prioritise(doors.ticket(), Priority.HIGH);

            assertThat(doors.there().get(doors.ticket()).priority()).isEqualTo(Priority.HIGH);
        });
    }

    @OnServers
    void givesNobodyWhatMovedOutOfSight(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.there().transfer(doors.ticket(), "vps");

            assertThatThrownBy(() -> doors.ofGus().reply(doors.ticket(), "unseen"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(doors.texts()).containsExactly(OPENING);
        });
    }

    @OnServers
    void asksAListenerAgainAboutTheStateThatIsWritten(TestEngine engine) {
        withTwoDoors(engine, doors -> {
            doors.there().reply(doors.ticket(), "from there");
            asked.set(0);
            doors.here().reply(doors.ticket(), "from here");

            assertThat(asked).hasValue(2);
            assertThat(doors.texts()).hasSize(3);
        });
    }

    @OnServers
    void storesWhatItAcknowledgesThoughAListenerSwallowsAFailure(TestEngine engine) {
        listener = (event, reads) -> {
            try {
                reads.counts();
            } catch (RuntimeException e) {
                swallowed.add(e);
            }
        };
        withTwoDoors(engine, doors -> {
            doors.there().reply(doors.ticket(), "from there");
            doors.here().reply(doors.ticket(), "from here");

            assertThat(swallowed).isNotEmpty();
            assertThat(doors.texts()).containsExactly(OPENING, "from there", "from here");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = TestEngine.class,
            names = {"POSTGRESQL", "MARIADB"})
    @Retention(RetentionPolicy.RUNTIME)
    private @interface OnServers {}

    /** One ticket, that is kept here as it was opened. */
    private record Doors(Desk here, Desk ofGus, Desk there, TicketId ticket) {
        List<String> texts() {
            return there().thread(ticket(), ThreadQuery.first()).entries().stream()
                    .map(entry -> entry.text())
                    .toList();
        }
    }

    private void withTwoDoors(TestEngine engine, Consumer<Doors> work) {
        Interception noting = executed::add;
        try (TestDatabase database = engine.withTables()) {
            JdbcTicketing here = JdbcTicketing.builder(noting.over(database.dataSource()))
                    .settings(SETTINGS.beforeCommit(listener))
                    .build();
            Desk there = JdbcTicketing.builder(database.dataSource())
                    .settings(SETTINGS)
                    .build()
                    .desk(Samples.GRACE);
            Desk desk = here.desk(Samples.GRACE);
            TicketId ticket = desk.open(Samples.ADA, Samples.DRAFT).id();
            desk.thread(ticket, ThreadQuery.first());
            work.accept(new Doors(desk, here.desk(GUS), there, ticket));
        }
    }
}
