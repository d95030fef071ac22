package dev.ticketing.error;

import org.jspecify.annotations.Nullable;

/**
 * The one root of everything that ticketing refuses or fails at. Unchecked; {@link #code()} is stable, the message is for
 * people and holds no text that users wrote. Immutable and thread-safe like every exception of this family.
 */
public abstract sealed class TicketingException extends RuntimeException
        permits InvalidInputException,
                NotFoundException,
                ForbiddenException,
                TransitionRefusedException,
                ConflictException,
                LimitedException,
                ContentionException,
                StorageException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    TicketingException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * Says what kind of refusal or failure this is.
     *
     * @return the stable code
     */
    public final ErrorCode code() {
        return code;
    }
}
