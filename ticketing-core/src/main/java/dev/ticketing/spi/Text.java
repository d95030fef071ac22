package dev.ticketing.spi;

/**
 * A text that somebody wrote, with the number of the revision that holds it. Revisions are numbered from 1 within a ticket and
 * live in rows that can be erased; events name them by number only.
 *
 * @param revision the number
 * @param value the words
 */
public record Text(long revision, String value) {}
