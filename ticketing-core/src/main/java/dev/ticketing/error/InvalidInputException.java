package dev.ticketing.error;

import java.util.List;
import java.util.stream.Collectors;

/** One or more inputs break a rule; nothing was stored. Carries all violations at once. */
public final class InvalidInputException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Creates the refusal.
     *
     * @param violations every broken rule, in the order of the inputs; at least one
     */
    public InvalidInputException(List<Violation> violations) {
        super(
                ErrorCode.INVALID_INPUT,
                violations.stream()
                        .map(violation -> violation.path() + " " + violation.message())
                        .collect(Collectors.joining("; ", "The input is not valid: ", ".")),
                null);
        this.violations = List.copyOf(violations);
    }

    /**
     * Gives every broken rule.
     *
     * @return at least one violation, in the order of the inputs
     */
    public List<Violation> violations() {
        return violations;
    }
}
