package dev.ticketing.error;

/**
 * Every refusal and failure that ticketing signals, as a stable code. Surfaces derive their wire codes from it; a new
 * constant does not compile in the HTTP adapter until it is mapped there.
 */
public enum ErrorCode {
    /** One or more inputs break a rule; {@link InvalidInputException#violations()} has them all. */
    INVALID_INPUT,
    /** No such ticket, or one that the caller may not see; the two cannot be told apart. */
    TICKET_NOT_FOUND,
    /** No such attachment on that ticket, or one that the caller may not see. */
    ATTACHMENT_NOT_FOUND,
    /** The caller's role or scopes do not allow this action or this field. */
    FORBIDDEN,
    /** The lifecycle has no such move. */
    TRANSITION_REFUSED,
    /** The ticket is closed and takes no replies; reopen it first. */
    TICKET_CLOSED,
    /** The ticket is at another version than the command demands. */
    STALE_VERSION,
    /** The conversation has entries that the caller of the command had not seen. */
    UNSEEN_ENTRIES,
    /** Somebody else holds the ticket, or the external id belongs to another ticket. */
    ALREADY_TAKEN,
    /** The idempotency key was used with another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** A file is larger than the limit. */
    TOO_LARGE,
    /** The account opened a critical ticket less than the configured time ago. */
    CRITICAL_LIMITED,
    /** Other writers kept getting in the way; nothing was stored. */
    CONTENTION,
    /** The storage failed; nothing was acknowledged. */
    STORAGE_FAILED
}
