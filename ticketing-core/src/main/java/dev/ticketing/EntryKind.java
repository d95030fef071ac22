package dev.ticketing;

/** What an entry of a conversation is. */
public enum EntryKind {
    /** A public message. */
    MESSAGE,
    /** An internal note. */
    NOTE,
    /** A public entry that the engine wrote itself. */
    SYSTEM
}
