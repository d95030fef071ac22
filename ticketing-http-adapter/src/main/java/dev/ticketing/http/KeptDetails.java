package dev.ticketing.http;

import dev.ticketing.Link;
import dev.ticketing.PortalTicket;
import dev.ticketing.TenantId;
import dev.ticketing.Ticket;
import dev.ticketing.TicketId;
import dev.ticketing.TicketStamp;
import dev.ticketing.spi.ByteCache;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers that show a ticket, kept as bytes. Every request is judged as if nothing were kept, and then asks the storage for the
 * ticket's stamp, with the caller's rights; kept bytes are sent only if they were made of that very state. So nobody has to be
 * told when a ticket changes, whoever changes it, and nobody gets what he may not see. What a host's function decides is in no
 * stamp: such answers are not kept. Thread-safe.
 */
final class KeptDetails {

    /** About what a key, its texts and the entry of a map take. */
    private static final int OVERHEAD = 512;

    private final boolean none;
    private final ByteCache<Key, Kept> kept;

    KeptDetails(long bytes) {
        this.none = bytes == 0;
        this.kept = new ByteCache<>(bytes, answer -> answer.answer().body().length + OVERHEAD);
    }

    /**
     * Answers with a ticket.
     *
     * @param exchange the request
     * @param readers those who get the same bytes for the same state; empty if a function of the host's has a say in them
     * @param stamp asks for the ticket's state, with the caller's rights
     * @param read reads the ticket, with the same rights
     */
    Reply reply(Exchange exchange, Optional<String> readers, Supplier<TicketStamp> stamp, Supplier<Shown> read) {
        if (none || readers.isEmpty()) return read.get().answer().reply();
        TicketStamp now = stamp.get();
        if (!now.committed()) return read.get().answer().reply();
        Key key = new Key(
                exchange.route().path().text(),
                RequestPath.mount(exchange.request()),
                exchange.caller().tenant(),
                now.id(),
                readers.get());
        Optional<Kept> there = kept.get(key).filter(before -> before.isOf(now));
        if (there.isPresent()) return there.get().answer().reply();
        Shown shown = read.get();
        // under the state that was read, which may be a later one than the stamp's
        if (shown.links().isEmpty()) kept.put(key, new Kept(shown.version(), shown.updatedAt(), shown.answer()));
        return shown.answer().reply();
    }

    /**
     * A ticket as it was read, and the answer made of it.
     *
     * @param version as the reader's side counts
     * @param updatedAt as the reader's side sees it
     * @param links what the host was asked about
     * @param answer the answer
     */
    record Shown(long version, Instant updatedAt, List<Link> links, StoredAnswer answer) {

        static Shown of(PortalTicket ticket, StoredAnswer answer) {
            return new Shown(ticket.version(), ticket.updatedAt(), ticket.links(), answer);
        }

        static Shown of(Ticket ticket, JsonObject body) {
            StoredAnswer answer = StoredAnswer.ok(EntityTag.of(ticket.version()), body);
            return new Shown(
                    ticket.version(), ticket.updatedAt(), ticket.shared().links(), answer);
        }
    }

    /**
     * What decides about the bytes, beside the ticket's state and what the host set once.
     *
     * @param path which shape
     * @param mount what addresses begin with
     * @param tenant whose id it is
     * @param ticket which ticket
     * @param readers whom the shape tells the same
     */
    private record Key(String path, String mount, TenantId tenant, TicketId ticket, String readers) {}

    private record Kept(long version, Instant updatedAt, StoredAnswer answer) {

        boolean isOf(TicketStamp stamp) {
            return version == stamp.version() && updatedAt.equals(stamp.updatedAt());
        }
    }
}
