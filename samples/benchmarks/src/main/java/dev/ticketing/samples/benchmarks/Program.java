package dev.ticketing.samples.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * A program that keeps tickets: the library, or one of the usual kind. What an operation gives is whole and made of objects; its
 * type is the program's own. Thread-safe.
 */
interface Program extends AutoCloseable {

    /** How many rows a page has. */
    int PAGE = 25;

    /** The keys by which the program reads these tickets, for callers to keep. */
    List<Object> keys(List<Case> cases);

    /** Ticket, all messages, files and tags, checked for an agent's access. */
    Object detail(Object key);

    /** One page of the busy agent's open tickets, newest first. */
    Rows list(Optional<Object> after);

    /** How many tickets each status has. */
    Object counts();

    /** The least that a database can be asked for: the version of one ticket. */
    long version(Object key);

    /** The newest tickets with this word in a message. */
    Rows search(String word);

    /** Opens a ticket for a requester. */
    Object create(Case fresh);

    /** Answers as staff. */
    Object reply(Object key, String text);

    @Override
    void close();

    /**
     * A page.
     *
     * @param tickets in their order
     * @param next where the next page starts
     */
    record Rows(List<?> tickets, Optional<Object> next) {}
}
