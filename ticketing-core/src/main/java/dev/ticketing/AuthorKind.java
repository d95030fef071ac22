package dev.ticketing;

/** What an author or actor is. */
public enum AuthorKind {
    /** A person who asks for help. */
    REQUESTER,
    /** A person who works at the desk. */
    STAFF,
    /** A program that works at the desk. */
    AUTOMATION
}
