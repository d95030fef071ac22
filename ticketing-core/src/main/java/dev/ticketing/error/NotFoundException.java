package dev.ticketing.error;

/** What was asked for does not exist, or the caller may not see it; the two cannot be told apart. */
public final class NotFoundException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private NotFoundException(ErrorCode code, String message) {
        super(code, message, null);
    }

    /**
     * Says that there is no such ticket for this caller.
     *
     * @return the exception, to be thrown
     */
    public static NotFoundException ticket() {
        return new NotFoundException(
                ErrorCode.TICKET_NOT_FOUND,
                "The ticket does not exist or is not visible to this caller. Use an id from a list or from opening.");
    }

    /**
     * Says that there is no such attachment on that ticket for this caller.
     *
     * @return the exception, to be thrown
     */
    public static NotFoundException attachment() {
        return new NotFoundException(
                ErrorCode.ATTACHMENT_NOT_FOUND,
                "The attachment does not exist on that ticket or is not visible to this caller.");
    }
}
