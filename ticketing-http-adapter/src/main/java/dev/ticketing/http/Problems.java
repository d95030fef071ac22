package dev.ticketing.http;

import dev.ticketing.error.ErrorCode;
import java.util.Locale;

/**
 * The one file that knows HTTP statuses of refusals and wire codes. A new {@link ErrorCode} or {@link Refused.Reason} does not
 * compile here until it is mapped for every surface; {@code docs/errors.md} prints the table and a test compares the two.
 */
final class Problems {

    private Problems() {}

    /** What a client can be told. The wire code is the constant's name, in the letters of the surface. */
    enum Problem {
        INVALID_REQUEST(400, "Invalid request"),
        INVALID_BODY(400, "Invalid body"),
        INVALID_PARAMETERS(400, "Invalid parameters"),
        INVALID_STATUS(400, "Invalid status"),
        UNAUTHORIZED(401, "Unauthorized"),
        FORBIDDEN(403, "Forbidden"),
        NOT_FOUND(404, "Not found"),
        SUPPORT_TICKET_NOT_FOUND(404, "Support ticket not found"),
        ATTACHMENT_NOT_FOUND(404, "Attachment not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        CONFLICT(409, "Conflict"),
        IDEMPOTENCY_KEY_REUSED(409, "Idempotency key reused"),
        TICKET_CLOSED(409, "Ticket closed"),
        TRANSITION_REFUSED(409, "Transition refused"),
        PRECONDITION_FAILED(412, "Precondition failed"),
        TOO_LARGE(413, "Too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
        RATE_LIMITED(429, "Rate limit exceeded"),
        RATE_LIMIT_EXCEEDED(429, "Too many requests"),
        INTERNAL_ERROR(500, "Internal server error"),
        TRY_AGAIN(503, "Try again");

        private final int status;
        private final String title;

        Problem(int status, String title) {
            this.status = status;
            this.title = title;
        }

        int status() {
            return status;
        }

        String title() {
            return title;
        }

        /** Gives the code that clients branch on. */
        String code(Surface surface) {
            return surface == Surface.SUPPORT_TICKETS ? name() : name().toLowerCase(Locale.ROOT);
        }
    }

    static Problem of(ErrorCode code, Surface surface) {
        boolean supportTickets = surface == Surface.SUPPORT_TICKETS;
        return switch (code) {
            case INVALID_INPUT -> Problem.INVALID_REQUEST;
            case TICKET_NOT_FOUND -> supportTickets ? Problem.SUPPORT_TICKET_NOT_FOUND : Problem.NOT_FOUND;
            case ATTACHMENT_NOT_FOUND -> supportTickets ? Problem.NOT_FOUND : Problem.ATTACHMENT_NOT_FOUND;
            case FORBIDDEN -> Problem.FORBIDDEN;
            case TRANSITION_REFUSED -> supportTickets ? Problem.INVALID_STATUS : Problem.TRANSITION_REFUSED;
            case TICKET_CLOSED -> Problem.TICKET_CLOSED;
            case STALE_VERSION -> Problem.PRECONDITION_FAILED;
            case UNSEEN_ENTRIES, ALREADY_TAKEN -> Problem.CONFLICT;
            case IDEMPOTENCY_KEY_REUSED -> Problem.IDEMPOTENCY_KEY_REUSED;
            case TOO_LARGE -> Problem.TOO_LARGE;
            case CRITICAL_LIMITED -> Problem.RATE_LIMITED;
            case CONTENTION -> Problem.TRY_AGAIN;
            case STORAGE_FAILED -> Problem.INTERNAL_ERROR;
        };
    }

    static Problem of(Refused.Reason reason, Surface surface) {
        boolean supportTickets = surface == Surface.SUPPORT_TICKETS;
        return switch (reason) {
            case UNAUTHENTICATED -> Problem.UNAUTHORIZED;
            case NOT_ALLOWED -> Problem.FORBIDDEN;
            case UNKNOWN_PATH -> Problem.NOT_FOUND;
            case WRONG_METHOD -> Problem.METHOD_NOT_ALLOWED;
            case WRONG_TYPE -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case NOTHING_ACCEPTABLE -> Problem.NOT_ACCEPTABLE;
            case LARGE_BODY -> Problem.TOO_LARGE;
            case MALFORMED_BODY -> supportTickets ? Problem.INVALID_BODY : Problem.INVALID_REQUEST;
            case BROKEN_FIELDS -> Problem.INVALID_REQUEST;
            case BROKEN_QUERY -> supportTickets ? Problem.INVALID_PARAMETERS : Problem.INVALID_REQUEST;
            case NO_SUCH_FILE -> supportTickets ? Problem.NOT_FOUND : Problem.ATTACHMENT_NOT_FOUND;
            case TOO_OFTEN -> supportTickets ? Problem.RATE_LIMITED : Problem.RATE_LIMIT_EXCEEDED;
        };
    }
}
