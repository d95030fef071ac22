package dev.ticketing.spi;

import dev.ticketing.AccountId;
import dev.ticketing.Agent;
import dev.ticketing.Audience;
import dev.ticketing.Caller;
import dev.ticketing.Requester;
import dev.ticketing.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The one access decision: which tickets a caller may see, and which side of them. Adapters compile it to SQL for lists and
 * counts; {@link #permits} is the same decision for a single ticket. Immutable.
 *
 * @param tenant tickets of this tenant only
 * @param account tickets of this account only; empty for all accounts
 * @param departments tickets of these departments only; empty for all departments
 * @param audience whose entries, values and files
 */
public record Access(TenantId tenant, Optional<AccountId> account, Set<String> departments, Audience audience) {

    /**
     * Decides for a caller.
     *
     * @param caller who asks
     * @return what it may see
     */
    public static Access of(Caller caller) {
        if (caller instanceof Requester requester)
            return new Access(requester.tenant(), Optional.of(requester.account()), Set.of(), Audience.PORTAL);
        Agent agent = (Agent) caller;
        return new Access(agent.tenant(), Optional.empty(), agent.departments(), Audience.DESK);
    }

    /**
     * Decides for a single ticket.
     *
     * @param ticket the ticket
     * @return whether it may be seen
     */
    public boolean permits(TicketState ticket) {
        return ticket.tenant().equals(tenant)
                && (account.isEmpty() || account.get().equals(ticket.get(TicketField.ACCOUNT)))
                && (departments.isEmpty() || departments.contains(ticket.get(TicketField.DEPARTMENT)));
    }

    /**
     * Decides for an entry of a ticket that may be seen.
     *
     * @param entry the entry
     * @return whether it may be seen
     */
    public boolean permits(StoredEntry entry) {
        return audience == Audience.DESK || entry.portalSeq() > 0;
    }

    /**
     * Narrows the decision to what requesters may see of the same tickets.
     *
     * @return a copy with the audience {@link Audience#PORTAL}
     */
    public Access asPortal() {
        return new Access(tenant, account, departments, Audience.PORTAL);
    }

    /**
     * Widens the decision to all departments: for showing a caller what its own command left behind, even if the ticket went out
     * of its departments with it.
     *
     * @return a copy for all departments
     */
    public Access acrossDepartments() {
        return new Access(tenant, account, Set.of(), audience);
    }

    /**
     * Writes a caller as the owner of uploads and idempotency keys.
     *
     * @param caller the caller
     * @return its kind and id, and its account if it has one; ids have no control characters, so the tab keeps them apart
     */
    public static String callerKey(Caller caller) {
        String key = caller.author().kind().name().toLowerCase(Locale.ROOT) + ":"
                + caller.author().id();
        return caller instanceof Requester requester ? key + "\t" + requester.account() : key;
    }
}
