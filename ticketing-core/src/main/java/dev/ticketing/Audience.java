package dev.ticketing;

/** Who may see a fact. */
public enum Audience {
    /** Requesters and staff. */
    PORTAL,
    /** Staff only. */
    DESK
}
