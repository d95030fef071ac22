package dev.ticketing;

/** What must hold for a command to run; see {@link Desk#when} and {@link Portal#when}. Immutable. */
public sealed interface Condition {

    /**
     * Demands that the ticket is at a version: the one that the caller's own side reads.
     *
     * @param version {@link Ticket#version()} at the desk, {@link PortalTicket#version()} at the portal
     * @return the condition
     */
    static Condition version(long version) {
        return new VersionIs(version);
    }

    /**
     * Demands that the ticket is at a version as requesters read it, whoever the caller is.
     *
     * @param version {@link PortalTicket#version()}
     * @return the condition
     */
    static Condition portalVersion(long version) {
        return new PortalVersionIs(version);
    }

    /**
     * Demands that nothing has changed since a version that the commands read or replace; what others did elsewhere on the
     * ticket is no obstacle. {@code docs/concurrency.md} says what each command reads and replaces. A version that lies more
     * than 100 changes back is too old to tell, and refused.
     *
     * @param version {@link Ticket#version()} at the desk, {@link PortalTicket#version()} at the portal
     * @return the condition
     */
    static Condition basedOn(long version) {
        return new BasedOn(version);
    }

    /**
     * Demands that the conversation has no entry that the caller had not seen.
     *
     * @param seq the sequence number of the last entry seen, as the caller's own side reads it
     * @return the condition
     */
    static Condition seenUpTo(long seq) {
        return new SeenUpTo(seq);
    }

    /**
     * See {@link #version}.
     *
     * @param version the version
     */
    record VersionIs(long version) implements Condition {}

    /**
     * See {@link #portalVersion}.
     *
     * @param version the version
     */
    record PortalVersionIs(long version) implements Condition {}

    /**
     * See {@link #basedOn}.
     *
     * @param version the version
     */
    record BasedOn(long version) implements Condition {}

    /**
     * See {@link #seenUpTo}.
     *
     * @param seq the sequence number
     */
    record SeenUpTo(long seq) implements Condition {}
}
