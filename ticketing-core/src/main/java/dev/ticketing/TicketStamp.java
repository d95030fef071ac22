package dev.ticketing;

import java.time.Instant;

/**
 * Which state a ticket is in, for those who keep something that they made of it. If two committed stamps of a ticket that one
 * reader got are equal, so is everything stored that this reader may see of the ticket: texts, files and facts. Not in it is what
 * settings and the host's functions decide each time, such as details of linked objects. After a database was put back to an
 * earlier state, start with nothing kept.
 *
 * @param id the ticket's id, however it was named
 * @param version its version, as the reader's side counts
 * @param updatedAt when it last changed, as the reader's side sees it
 * @param committed whether it is what others see, too; false inside a command and inside a host's transaction, whose changes may
 *     still vanish, so that nothing must be kept under such a stamp
 */
public record TicketStamp(TicketId id, long version, Instant updatedAt, boolean committed) {}
