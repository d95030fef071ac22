package dev.ticketing.contract.driver;

import dev.ticketing.error.ErrorCode;
import dev.ticketing.error.TicketingException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the model foretells of a step: one of these refusals, or a result with at least these facts.
 *
 * @param refusals what it may be refused with; empty if it must succeed
 * @param facts by their names, as {@link Facts} reads them off results
 * @param anything whether the model has no opinion
 */
record Foretold(Set<ErrorCode> refusals, Map<String, Object> facts, boolean anything) {

    static Foretold refused(ErrorCode... codes) {
        return new Foretold(Set.copyOf(Arrays.asList(codes)), Map.of(), false);
    }

    static Foretold facts(Map<String, Object> facts) {
        return new Foretold(Set.of(), facts, false);
    }

    static Foretold unknown() {
        return new Foretold(Set.of(), Map.of(), true);
    }

    /** Compares with what came. */
    Optional<String> brokenBy(Object result, Bindings bindings) {
        if (anything) return Optional.empty();
        if (result instanceof TicketingException refused) {
            return refusals.contains(refused.code()) ? Optional.empty() : Optional.of("refused with " + refused.code());
        }
        if (!refusals.isEmpty()) return Optional.of("not refused");
        Map<String, Object> came = Facts.of(result, bindings);
        for (Map.Entry<String, Object> fact : facts.entrySet())
            if (!Objects.equals(came.get(fact.getKey()), fact.getValue()))
                return Optional.of(fact.getKey() + " = " + came.get(fact.getKey()));
        return Optional.empty();
    }
}
