package dev.ticketing.error;

import org.jspecify.annotations.Nullable;

/** The storage failed. What was acknowledged before is safe; what this command wanted was not acknowledged. */
public final class StorageException extends TicketingException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param what what could not be done, as a sentence without user text or SQL
     * @param cause what the storage said, or null
     */
    public StorageException(String what, @Nullable Throwable cause) {
        super(ErrorCode.STORAGE_FAILED, what, cause);
    }
}
