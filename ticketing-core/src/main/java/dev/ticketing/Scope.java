package dev.ticketing;

import java.util.Set;

/**
 * A right that a credential carries over HTTP; surfaces check it route by route, code in the same process has them all.
 *
 * @param value the scope as clients write it, for example {@code read:support}
 */
public record Scope(String value) {

    /** Read tickets of the two public shapes. */
    public static final Scope READ_SUPPORT = new Scope("read:support");
    /** Write tickets of the two public shapes. */
    public static final Scope WRITE_SUPPORT = new Scope("write:support");
    /** Read what belongs to the account, for example the departments. */
    public static final Scope READ_ACCOUNT = new Scope("read:account");
    /** Read the desk surface. */
    public static final Scope READ_DESK = new Scope("read:desk");
    /** Write through the desk surface. */
    public static final Scope WRITE_DESK = new Scope("write:desk");
    /** Administer the desk. */
    public static final Scope ADMIN_DESK = new Scope("admin:desk");

    /** What a requester has unless the host says otherwise. */
    public static final Set<Scope> OF_REQUESTERS = Set.of(READ_SUPPORT, WRITE_SUPPORT, READ_ACCOUNT);

    /** What an agent has unless the host says otherwise. */
    public static final Set<Scope> OF_AGENTS = Set.of(READ_SUPPORT, WRITE_SUPPORT, READ_ACCOUNT, READ_DESK, WRITE_DESK);
}
