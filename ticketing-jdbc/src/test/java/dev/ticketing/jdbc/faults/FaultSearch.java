package dev.ticketing.jdbc.faults;

import dev.ticketing.error.StorageException;
import dev.ticketing.error.TicketingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;

/**
 * Makes call after call of a use case go wrong, and looks at what is left: all of it or nothing. Then tries again under the same
 * key, after which there must be one effect.
 */
final class FaultSearch {

    private final Prepared prepared;
    private final Fixture fixture;
    private final FaultyPool.Cut cut;
    private final List<String> violations = new ArrayList<>();
    private long tried;
    private long landed;

    FaultSearch(Prepared prepared, Fixture fixture, FaultyPool.Cut cut) {
        this.prepared = prepared;
        this.fixture = fixture;
        this.cut = cut;
    }

    long tried() {
        return tried;
    }

    /** How often a use case threw although its commit had landed. */
    long landed() {
        return landed;
    }

    List<String> violations() {
        return violations;
    }

    /** Tries every call with every fault, until a run needs no fault. */
    void all(UseCase useCase, Mode mode) {
        Expected expected = expected(useCase, mode);
        for (Fault fault : faults(mode)) {
            for (long call = 1; once(useCase, mode, fault, call, expected); call++) {
                if (call > 100_000) throw new AssertionError(useCase + " never ends");
            }
        }
    }

    /** Tries one call with each fault. */
    void some(UseCase useCase, Mode mode, Random random) {
        Expected expected = expected(useCase, mode);
        for (Fault fault : faults(mode))
            once(useCase, mode, fault, 1 + random.nextLong(Math.max(1, expected.calls())), expected);
    }

    /** What was lost with its connection cannot be committed. */
    private static List<Fault> faults(Mode mode) {
        return mode == Mode.JOINED_AND_COMMITTED ? List.of(Fault.BEFORE, Fault.AFTER) : List.of(Fault.values());
    }

    /** What there is before, what there is if only the host's own work stays, and what there is after it. */
    private record Expected(Dump nothing, Dump whole, long calls) {}

    private Expected expected(UseCase useCase, Mode mode) {
        Dump before = Dump.of(prepared.restored());
        DataSource database = prepared.restored();
        try (Scene scene = new Scene(database, fixture, mode, FaultyPool.Cut.NOTHING)) {
            Optional<Exception> failure = scene.run(useCase);
            if (failure.isPresent() != (useCase.ends() == UseCase.Ends.REFUSED))
                throw new AssertionError(useCase + " ended with " + failure, failure.orElse(null));
            long calls = scene.pool().calls();
            Dump nothing = before;
            if (mode == Mode.JOINED_AND_COMMITTED) {
                DataSource other = useCase.ends() == UseCase.Ends.REFUSED ? database : prepared.restored();
                try (Scene again = new Scene(other, fixture, mode, FaultyPool.Cut.NOTHING)) {
                    again.run(UseCase.of("nothing", hands -> {}));
                }
                nothing = Dump.of(other);
                if (useCase.ends() != UseCase.Ends.REFUSED) return new Expected(nothing, whole(useCase, mode), calls);
            }
            return new Expected(nothing, Dump.meaning(database), calls);
        }
    }

    private Dump whole(UseCase useCase, Mode mode) {
        DataSource database = prepared.restored();
        try (Scene scene = new Scene(database, fixture, mode, FaultyPool.Cut.NOTHING)) {
            scene.run(useCase);
            return Dump.meaning(database);
        }
    }

    private boolean once(UseCase useCase, Mode mode, Fault fault, long call, Expected expected) {
        DataSource database = prepared.restored();
        try (Scene scene = new Scene(database, fixture, mode, cut)) {
            Optional<Exception> failure = scene.run(useCase, fault, call);
            if (!scene.pool().struck()) return false;
            tried++;
            String where = useCase + ", " + mode + ", " + fault + " call " + call + " ("
                    + scene.pool().struckCall().replaceAll("\\s+", " ") + ")";
            failure.filter(e -> !(e instanceof TicketingException) && !(e instanceof UseCases.Unrendered))
                    .ifPresent(e -> violations.add(where + " threw " + e));
            boolean mayBeThere = useCase.ends() != UseCase.Ends.REFUSED
                    && (failure.isEmpty() || scene.pool().commits() > 0 || mode == Mode.JOINED_AND_COMMITTED);
            // a host that was told of more than a refusal must roll back
            boolean told = mode == Mode.JOINED_AND_COMMITTED
                    && useCase.ends() == UseCase.Ends.REFUSED
                    && failure.filter(StorageException.class::isInstance).isPresent()
                    && scene.pool().struckCall().startsWith("rollback");
            if (!told) check(where, database, useCase, failure.isEmpty(), mayBeThere, expected);
            for (String complaint : scene.pool().complaints()) violations.add(where + ": a connection " + complaint);
            if (useCase.ends() != UseCase.Ends.REFUSED) retry(where, scene, database, useCase, expected);
            return true;
        }
    }

    private void check(
            String where,
            DataSource database,
            UseCase useCase,
            boolean mustBeThere,
            boolean mayBeThere,
            Expected expected) {
        Dump now = left(useCase, Dump.of(database));
        if (now.equals(expected.nothing()) && !mustBeThere) return;
        Dump meaning = left(useCase, Dump.meaning(database));
        if (mayBeThere && meaning.equals(expected.whole())) {
            if (!mustBeThere) landed++;
            return;
        }
        violations.add(where + (mustBeThere ? " returned" : " threw") + ", but there is"
                + (mustBeThere ? meaning.differenceFrom(expected.whole()) : now.differenceFrom(expected.nothing())));
    }

    private static Dump left(UseCase useCase, Dump found) {
        return useCase.stages() ? found.withoutStaged() : found;
    }

    private void retry(String where, Scene scene, DataSource database, UseCase useCase, Expected expected) {
        Optional<Exception> failure = scene.run(useCase);
        if (failure.isPresent()) violations.add(where + ", tried again: " + failure.get());
        Dump meaning = left(useCase, Dump.meaning(database));
        if (!meaning.equals(expected.whole()))
            violations.add(where + ", tried again, leaves" + meaning.differenceFrom(expected.whole()));
    }
}
