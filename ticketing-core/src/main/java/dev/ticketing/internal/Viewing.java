package dev.ticketing.internal;

import dev.ticketing.AttachmentId;
import dev.ticketing.Counts;
import dev.ticketing.Department;
import dev.ticketing.Download;
import dev.ticketing.FeedPage;
import dev.ticketing.Page;
import dev.ticketing.Settings;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketId;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketStamp;
import dev.ticketing.error.ForbiddenException;
import dev.ticketing.error.InvalidInputException;
import dev.ticketing.error.NotFoundException;
import dev.ticketing.error.Violation;
import dev.ticketing.error.Violation.Rule;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.BlobStore;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.SearchTerms;
import dev.ticketing.spi.Storage;
import dev.ticketing.spi.StoredAttachment;
import dev.ticketing.spi.StoredEntry;
import dev.ticketing.spi.StoredTicket;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads with one access decision; what both audiences' views have in common. */
final class Viewing {

    private final Settings settings;
    private final Reads reads;
    private final BlobStore blobs;
    private final Access access;
    private final String reader;
    private final Projection projection;
    private final FeedReader feed;

    Viewing(Settings settings, Reads reads, BlobStore blobs, Access access, String reader, FeedReader feed) {
        this.settings = settings;
        this.reads = reads;
        this.blobs = blobs;
        this.access = access;
        this.reader = reader;
        this.projection = new Projection(settings, reader);
        this.feed = feed;
    }

    /** Reads the feed, in transactions of its own. */
    @FunctionalInterface
    interface FeedReader {
        FeedPage after(Access access, long position, int limit);
    }

    Viewing asPortal() {
        return new Viewing(settings, reads, blobs, access.asPortal(), reader, feed);
    }

    Projection projection() {
        return projection;
    }

    Optional<StoredTicket> find(TicketRef ref) {
        return reads.ticket(access, Objects.requireNonNull(ref, "ticket == null"), ThreadQuery.none());
    }

    TicketStamp stamp(TicketRef ref) {
        Objects.requireNonNull(ref, "ticket == null");
        Reads.Stamp stamp = reads.stamp(access, ref).orElseThrow(NotFoundException::ticket);
        return new TicketStamp(stamp.id(), stamp.version(), stamp.updatedAt(), isCommitted());
    }

    /** What a command reads, and what is read in a host's transaction, may still vanish. */
    private boolean isCommitted() {
        return reads instanceof Storage storage && storage.attempts() > 1;
    }

    StoredTicket thread(TicketRef ref, ThreadQuery part) {
        Objects.requireNonNull(ref, "ticket == null");
        Objects.requireNonNull(part, "part == null");
        return reads.ticket(access, ref, part).orElseThrow(NotFoundException::ticket);
    }

    Found search(TicketQuery query) {
        Objects.requireNonNull(query, "query == null");
        if (access.account().isPresent() && query.assignee().isPresent())
            throw new ForbiddenException("filter by assignee", "only staff may");
        if (query.text().isPresent()
                && SearchTerms.parse(query.text().get()).wanted().isEmpty())
            throw new InvalidInputException(
                    List.of(new Violation("text", Rule.INVALID, "must have a word to look for")));
        if (!query.openings()) return new Found(reads.page(access, query), Map.of());
        return reads.together(all -> {
            Page<TicketState> page = all.page(access, query);
            return new Found(
                    page,
                    all.openings(
                            access, page.items().stream().map(TicketState::id).toList()));
        });
    }

    /** A page of tickets, and the opening messages that were asked for. */
    record Found(Page<TicketState> page, Map<TicketId, StoredEntry> openings) {

        Optional<StoredEntry> opening(TicketState ticket) {
            return Optional.ofNullable(openings.get(ticket.id()));
        }
    }

    List<TicketEvent> history(TicketRef ref, long afterVersion) {
        Objects.requireNonNull(ref, "ticket == null");
        if (afterVersion < 0) throw new IllegalArgumentException("afterVersion must not be negative");
        return reads.history(access, ref, afterVersion, ThreadQuery.PAGE).orElseThrow(NotFoundException::ticket);
    }

    FeedPage changes(long position, int limit) {
        return feed.after(access, position, limit);
    }

    Counts counts() {
        return new Counts(reads.counts(access).stream()
                .map(row -> new Counts.Row(
                        settings.lifecycle().get(row.status()), row.priority(), row.category(), row.tickets()))
                .toList());
    }

    List<Department> departments() {
        return List.copyOf(settings.departments());
    }

    Download download(TicketRef ref, AttachmentId id) {
        Objects.requireNonNull(ref, "ticket == null");
        Objects.requireNonNull(id, "attachment == null");
        StoredAttachment attachment = reads.attachment(access, ref, id)
                .filter(found -> found.blob().isPresent())
                .orElseThrow(NotFoundException::attachment);
        return new Download(
                Projection.attachment(attachment), blobs.read(attachment.blob().orElseThrow()));
    }
}
