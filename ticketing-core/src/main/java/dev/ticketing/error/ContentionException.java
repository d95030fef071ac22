package dev.ticketing.error;

import org.jspecify.annotations.Nullable;

/**
 * Other writers kept getting in the way. Nothing was stored. In a transaction of ours the bounded retries are used up: try
 * again later. In a transaction of the host's: roll it back and run it again.
 */
public final class ContentionException extends TicketingException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param advice what to do, as a sentence
     * @param cause what the storage said, or null
     */
    public ContentionException(String advice, @Nullable Throwable cause) {
        super(ErrorCode.CONTENTION, "Other writers were in the way; nothing was stored. " + advice, cause);
    }
}
