package dev.ticketing.jdbc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.contract.Campaign;
import dev.ticketing.contract.driver.Driver;
import dev.ticketing.contract.driver.Driver.Failure;
import dev.ticketing.contract.driver.Place;
import dev.ticketing.contract.driver.Program;
import dev.ticketing.jdbc.servers.TestEngine;
import dev.ticketing.memory.InMemoryStorage;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P18: the same programs give the same answers, byte for byte, on every engine as in memory. */
@Tag("campaign")
class DriverTest {

    /** Steps of one program; each has an empty database of its own. */
    private static final int EACH = 150;

    @ParameterizedTest
    @EnumSource
    void answersLikeMemory(TestEngine engine) {
        int steps = Campaign.size(2 * EACH, 34 * EACH);
        memoryAnd(engine).check(Campaign.seed(), steps, EACH);
        Campaign.report("P18 " + engine + ", steps", steps, 0);
    }

    /** The control: an engine that compares external ids without regard to case must be found, by a short program. */
    @Test
    void findsComparisonsThatIgnoreCase() {
        Rewriting blind = new Rewriting(sql -> sql.replace("external_id = ?", "lower(external_id) = lower(?)"));
        Driver driver = Driver.of("memory", () -> Place.over(new InMemoryStorage()))
                .and("blind", () -> JdbcPlace.on(TestEngine.SQLITE, blind::over));
        Optional<Failure> failure = Optional.empty();
        for (long seed = Campaign.seed(); failure.isEmpty() && seed < Campaign.seed() + 20; seed++)
            failure = driver.tryOut(Program.random(seed, EACH));

        assertThat(blind.changed()).isPositive();
        assertThat(failure).isPresent();
        assertThat(failure.get().program().size()).as(failure.get().toString()).isLessThanOrEqualTo(4);
    }

    private static Driver memoryAnd(TestEngine engine) {
        return Driver.of("memory", () -> Place.over(new InMemoryStorage()))
                .and(engine.name(), () -> JdbcPlace.on(engine));
    }
}
