package dev.ticketing.contract.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.Command;
import dev.ticketing.contract.Campaign;
import dev.ticketing.error.ErrorCode;
import dev.ticketing.memory.InMemoryStorage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine over memory against the model of its rules; and whether the driver tries everything and shrinks well. */
@Tag("campaign")
class DriverTest {

    private static final int EACH = 250;

    @Test
    void engineAnswersAsTheRulesForetell() {
        int steps = Campaign.size(4_000, 200_000);
        Driver driver = Driver.of("memory", () -> Place.over(new InMemoryStorage()));
        driver.check(Campaign.seed(), steps, EACH);
        Campaign.report("P18 rules against the engine in memory, steps", steps, 0);

        Set<String> tried = driver.tally().keySet();
        for (Class<?> command : Command.class.getPermittedSubclasses())
            if (!command.isInterface()) assertThat(tried).contains("Act " + named(command) + " done");
        Set<String> endings = tried.stream()
                .map(kind -> kind.substring(kind.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
        assertThat(endings)
                .contains("done", "replayed")
                .containsAll(Arrays.stream(ErrorCode.values())
                        .filter(code -> !OUTSIDE.contains(code))
                        .map(ErrorCode::name)
                        .toList());
    }

    /** What needs threads, faults or very large files, and what attachments of one's own tickets never are. */
    private static final Set<ErrorCode> OUTSIDE =
            Set.of(ErrorCode.CONTENTION, ErrorCode.STORAGE_FAILED, ErrorCode.TOO_LARGE, ErrorCode.ATTACHMENT_NOT_FOUND);

    private static String named(Class<?> command) {
        return command == Command.AddNote.class ? "Note" : command.getSimpleName();
    }

    @Test
    void sameSeedWritesTheSameProgram() {
        assertThat(Program.random(7, 300).toString())
                .isEqualTo(Program.random(7, 300).toString());
        assertThat(Program.random(7, 300).steps())
                .isNotEqualTo(Program.random(8, 300).steps());
    }

    @Test
    void shrinksToWhatTheFailureNeeds() {
        List<Integer> all = IntStream.range(0, 300).boxed().toList();

        assertThat(Shrink.shrink(all, left -> left.containsAll(List.of(17, 18, 250))))
                .containsExactly(17, 18, 250);
        assertThat(Shrink.shrink(all, left -> left.size() >= 2)).hasSize(2);
    }
}
