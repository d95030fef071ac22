package dev.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One case as staff read it. Immutable.
 *
 * @param shared what requesters may read, too
 * @param version how many changes it saw; conditions at the desk use this one
 * @param seq the last entry's place in the whole conversation
 * @param updatedAt when anything last changed
 * @param internalTags tags that only staff see
 * @param noteCount how many notes there are
 * @param externalId the host's own id, if it has one
 * @param channel how it came in
 * @param firstRespondedAt when staff first answered, if they did
 * @param allowedActions what staff could do next, with the reasons against
 */
public record Ticket(
        PortalTicket shared,
        long version,
        long seq,
        Instant updatedAt,
        List<String> internalTags,
        long noteCount,
        Optional<ExternalId> externalId,
        String channel,
        Optional<Instant> firstRespondedAt,
        List<AllowedAction> allowedActions) {

    /**
     * Gives the id.
     *
     * @return the id
     */
    public TicketId id() {
        return shared.id();
    }

    /**
     * Gives the number that people say.
     *
     * @return the number
     */
    public long number() {
        return shared.number();
    }

    /**
     * Gives the headline.
     *
     * @return one line
     */
    public String subject() {
        return shared.subject();
    }

    /**
     * Gives the status.
     *
     * @return the status
     */
    public Status status() {
        return shared.status();
    }

    /**
     * Gives how urgent it is.
     *
     * @return the priority
     */
    public Priority priority() {
        return shared.priority();
    }

    /**
     * Gives what it is about.
     *
     * @return the category
     */
    public String category() {
        return shared.category();
    }

    /**
     * Gives the team that has it.
     *
     * @return the department
     */
    public Department department() {
        return shared.department();
    }

    /**
     * Gives who asked.
     *
     * @return the requester as known then
     */
    public Contact requester() {
        return shared.requester();
    }

    /**
     * Gives who has it.
     *
     * @return the agent, if anybody has it
     */
    public Optional<AgentId> assignee() {
        return shared.assignee();
    }

    /**
     * Gives the public tags.
     *
     * @return in the order in which they were added
     */
    public List<String> tags() {
        return shared.tags();
    }

    /**
     * Gives what came of it.
     *
     * @return the words, if there are any
     */
    public Optional<String> resolution() {
        return shared.resolution();
    }
}
