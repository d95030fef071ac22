package dev.ticketing.error;

import java.util.List;

/** The lifecycle has no such move, or the ticket is closed to replies. */
public final class TransitionRefusedException extends TicketingException {

    private static final long serialVersionUID = 1L;

    private final String ticket;
    private final String from;
    private final String to;
    private final transient List<String> allowed;

    private TransitionRefusedException(
            ErrorCode code, String message, String ticket, String from, String to, List<String> allowed) {
        super(code, message, null);
        this.ticket = ticket;
        this.from = from;
        this.to = to;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Refuses a move that the lifecycle does not have.
     *
     * @param ticket the ticket's id
     * @param from the key of its present status
     * @param to the key of the status that was asked for
     * @param allowed the keys that this caller could move it to
     * @return the exception, to be thrown
     */
    public static TransitionRefusedException move(String ticket, String from, String to, List<String> allowed) {
        String would =
                allowed.isEmpty() ? "Nothing leaves it but a reopening" : "Possible: " + String.join(", ", allowed);
        return new TransitionRefusedException(
                ErrorCode.TRANSITION_REFUSED,
                "Ticket " + ticket + " cannot move from " + from + " to " + to + ". " + would + ".",
                ticket,
                from,
                to,
                allowed);
    }

    /**
     * Refuses a reply to a closed ticket.
     *
     * @param ticket the ticket's id
     * @param from the key of its present status
     * @return the exception, to be thrown
     */
    public static TransitionRefusedException closed(String ticket, String from) {
        return new TransitionRefusedException(
                ErrorCode.TICKET_CLOSED,
                "Ticket " + ticket + " is closed and takes no replies. Reopen it first.",
                ticket,
                from,
                from,
                List.of());
    }

    /**
     * Gives the ticket that stayed as it was.
     *
     * @return its id
     */
    public String ticket() {
        return ticket;
    }

    /**
     * Gives the status that the ticket has.
     *
     * @return its key
     */
    public String from() {
        return from;
    }

    /**
     * Gives the status that was asked for.
     *
     * @return its key
     */
    public String to() {
        return to;
    }

    /**
     * Gives the statuses that this caller could move the ticket to.
     *
     * @return their keys, perhaps none
     */
    public List<String> allowed() {
        return allowed;
    }
}
