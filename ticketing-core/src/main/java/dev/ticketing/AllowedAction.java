package dev.ticketing;

import dev.ticketing.error.ErrorCode;
import java.util.Optional;

/**
 * Something that the reader of a ticket could do next, and whether it would be allowed as the ticket is now. Immutable.
 *
 * @param action the verb, for example {@code reply} or {@code move}
 * @param to the status that it would lead to, for moves
 * @param refusal why it would be refused; empty if it is allowed
 */
public record AllowedAction(String action, Optional<StatusKey> to, Optional<ErrorCode> refusal) {

    /**
     * Says whether it would be allowed.
     *
     * @return true if there is no refusal
     */
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
