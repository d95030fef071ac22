package dev.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One case as requesters read it. Has no place for anything that only staff may see; version, times and sequence numbers do not
 * move when staff keep something to themselves. Immutable.
 *
 * @param id the public id
 * @param number the number that people say
 * @param subject the headline
 * @param status the status
 * @param priority how urgent it is
 * @param category what it is about
 * @param department the team that has it
 * @param requester who asked
 * @param assignee who has it; surfaces may leave it out
 * @param tags the public tags
 * @param cc the addresses that get copies
 * @param links the objects that it is about
 * @param opening the opening message; empty in lists that did not ask for it
 * @param resolution what came of it
 * @param criticalReason why it is critical
 * @param version how many changes it saw that requesters may learn of; conditions at the portal use this one
 * @param seq the last public entry's place among the public ones
 * @param messageCount how many public messages there are, the opening one included
 * @param createdAt when it was opened
 * @param updatedAt when something last changed that requesters may learn of
 * @param lastMessageAt when the last public message came
 * @param resolvedAt when it was resolved, or closed directly
 * @param closedAt when it was closed
 * @param reopenedCount how often it was reopened
 * @param allowedActions what a requester could do next, with the reasons against
 */
public record PortalTicket(
        TicketId id,
        long number,
        String subject,
        Status status,
        Priority priority,
        String category,
        Department department,
        Contact requester,
        Optional<AgentId> assignee,
        List<String> tags,
        List<String> cc,
        List<Link> links,
        Optional<PortalThread.PortalMessage> opening,
        Optional<String> resolution,
        Optional<String> criticalReason,
        long version,
        long seq,
        long messageCount,
        Instant createdAt,
        Instant updatedAt,
        Instant lastMessageAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt,
        long reopenedCount,
        List<AllowedAction> allowedActions) {}
