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
 * @param aiSummary what an assistant made of it, if one did
 * @param aiHelpful whether the assistant had helped, if the requester said so
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
        Optional<String> aiSummary,
        Optional<Boolean> aiHelpful,
        Optional<Instant> firstRespondedAt,
        List<AllowedAction> allowedActions) {

    /** {@return the id: the id} */
    public TicketId id() {
        return shared.id();
    }

    /** {@return the number that people say: the number} */
    public long number() {
        return shared.number();
    }

    /** {@return the headline: one line} */
    public String subject() {
        return shared.subject();
    }

    /** {@return the status: the status} */
    public Status status() {
        return shared.status();
    }

    /** {@return how urgent it is: the priority} */
    public Priority priority() {
        return shared.priority();
    }

    /** {@return what it is about: the category} */
    public String category() {
        return shared.category();
    }

    /** {@return the team that has it: the department} */
    public Department department() {
        return shared.department();
    }

    /** {@return who asked: the requester as known then} */
    public Contact requester() {
        return shared.requester();
    }

    /** {@return who has it: the agent, if anybody has it} */
    public Optional<AgentId> assignee() {
        return shared.assignee();
    }

    /** {@return the public tags: in the order in which they were added} */
    public List<String> tags() {
        return shared.tags();
    }

    /** {@return what came of it: the words, if there are any} */
    public Optional<String> resolution() {
        return shared.resolution();
    }
}
