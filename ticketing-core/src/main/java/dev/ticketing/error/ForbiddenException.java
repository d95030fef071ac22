package dev.ticketing.error;

/** The caller's role does not allow this action; no ticket was looked at to find that out. */
public final class ForbiddenException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * Creates the refusal.
     *
     * @param action the verb or field that was refused, in core's words
     * @param why who may do it instead
     */
    public ForbiddenException(String action, String why) {
        super(ErrorCode.FORBIDDEN, "The caller may not " + action + "; " + why + ".", null);
        this.action = action;
    }

    /**
     * Gives the verb or field that was refused.
     *
     * @return in core's words
     */
    public String action() {
        return action;
    }
}
