package dev.ticketing;

/** How urgent a ticket is, from the least to the most. */
public enum Priority {
    /** Whenever there is time. */
    LOW,
    /** The usual; what a ticket has when nothing was said. */
    MEDIUM,
    /** Before the usual. */
    HIGH,
    /** Today. */
    URGENT,
    /** Now; a requester has to say why and may open only one in the configured time. */
    CRITICAL
}
