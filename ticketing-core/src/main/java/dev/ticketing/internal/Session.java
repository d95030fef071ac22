package dev.ticketing.internal;

import dev.ticketing.Answer;
import dev.ticketing.Caller;
import dev.ticketing.Condition;
import dev.ticketing.IdempotencyKey;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who acts, and under which conditions.
 *
 * @param <R> what an answer of this side reads
 */
record Session<R>(
        Caller caller,
        List<Condition> conditions,
        Optional<IdempotencyKey> key,
        Optional<Answer<R>> answer,
        Function<Viewing, R> view) {

    static <R> Session<R> of(Caller caller, Function<Viewing, R> view) {
        return new Session<>(caller, List.of(), Optional.empty(), Optional.empty(), view);
    }

    Outcome.Key keptUnder(IdempotencyKey with, String operation) {
        return new Outcome.Key(
                caller.tenant(), Access.callerKey(caller), with.operation().orElse(operation), with.value());
    }

    Access access() {
        return Access.of(caller);
    }

    Session<R> when(Condition... more) {
        List<Condition> all = new ArrayList<>(conditions);
        for (Condition condition : more) all.add(Objects.requireNonNull(condition, "condition == null"));
        return new Session<>(caller, List.copyOf(all), key, answer, view);
    }

    Session<R> once(IdempotencyKey with) {
        return new Session<>(
                caller, conditions, Optional.of(Objects.requireNonNull(with, "key == null")), answer, view);
    }

    Session<R> answering(Answer<R> with) {
        return new Session<>(
                caller, conditions, key, Optional.of(Objects.requireNonNull(with, "answer == null")), view);
    }
}
