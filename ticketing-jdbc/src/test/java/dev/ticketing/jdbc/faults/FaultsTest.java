package dev.ticketing.jdbc.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.contract.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failed operation leaves nothing, and one that is tried again leaves one, whichever call to the database fails. */
class FaultsTest {

    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void leavesAllOrNothingWhicheverCallFails(Backend backend) {
        Fixture[] fixture = new Fixture[1];
        try (Prepared prepared = Scene.prepare(backend, fixture)) {
            FaultSearch search = new FaultSearch(prepared, fixture[0], FaultyPool.Cut.NOTHING);
            Random random = new Random(Campaign.seed());
            List<UseCase> useCases = new ArrayList<>(UseCases.commands());
            useCases.addAll(UseCases.refusals());
            int part = backend == Backend.SQLITE || Campaign.isOn() ? 1 : 3;
            for (int i = 0; i < useCases.size(); i += part) {
                UseCase useCase = useCases.get(i);
                if (!Campaign.isOn()) search.some(useCase, Mode.values()[random.nextInt(Mode.values().length)], random);
                else for (Mode mode : Mode.values()) search.all(useCase, mode);
            }
            Campaign.report(
                    "P5, failing JDBC calls on " + backend,
                    search.tried(),
                    search.violations().size());
            assertThat(search.violations()).isEmpty();
        }
    }

    /** The controls: without transactions, and without savepoints, something must be left behind. */
    @Tag("campaign")
    @ParameterizedTest
    @EnumSource
    void noticesThatNothingIsUndone(Backend backend) {
        Fixture[] fixture = new Fixture[1];
        try (Prepared prepared = Scene.prepare(backend, fixture)) {
            assertThat(violations(backend, prepared, fixture[0], FaultyPool.Cut.TRANSACTIONS, Mode.OWN))
                    .isPositive();
            assertThat(violations(backend, prepared, fixture[0], FaultyPool.Cut.SAVEPOINTS, Mode.JOINED_AND_COMMITTED))
                    .isPositive();
        }
    }

    private static int violations(Backend backend, Prepared prepared, Fixture fixture, FaultyPool.Cut cut, Mode mode) {
        FaultSearch search = new FaultSearch(prepared, fixture, cut);
        Random random = new Random(Campaign.seed());
        List<UseCase> useCases = UseCases.commands();
        for (UseCase useCase : useCases.subList(0, Campaign.size(8, useCases.size())))
            search.some(useCase, mode, random);
        // most commands are one call now, which leaves all or nothing by itself; with an answer they are two
        List<UseCase> answered = useCases.stream()
                .filter(useCase -> useCase.toString().contains("answer"))
                .toList();
        for (int more = 0; more < 40 && search.violations().isEmpty(); more++)
            search.some(answered.get(more % answered.size()), mode, random);
        Campaign.report(
                "P5, control without " + cut + " on " + backend + ", must fail",
                search.tried(),
                search.violations().size());
        return search.violations().size();
    }
}
