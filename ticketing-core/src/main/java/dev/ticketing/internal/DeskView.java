package dev.ticketing.internal;

import dev.ticketing.AttachmentId;
import dev.ticketing.Counts;
import dev.ticketing.Department;
import dev.ticketing.DeskReads;
import dev.ticketing.Download;
import dev.ticketing.FeedPage;
import dev.ticketing.Page;
import dev.ticketing.PortalReads;
import dev.ticketing.ThreadQuery;
import dev.ticketing.Ticket;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketStamp;
import dev.ticketing.TicketThread;
import dev.ticketing.error.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Reads with the eyes of staff. */
class DeskView implements DeskReads {

    private final Viewing viewing;

    DeskView(Viewing viewing) {
        this.viewing = viewing;
    }

    @Override
    public Ticket get(TicketRef ref) {
        return find(ref).orElseThrow(NotFoundException::ticket);
    }

    @Override
    public Optional<Ticket> find(TicketRef ref) {
        return viewing.find(ref).map(viewing.projection()::desk);
    }

    @Override
    public TicketStamp stamp(TicketRef ref) {
        return viewing.stamp(ref);
    }

    @Override
    public TicketThread thread(TicketRef ref, ThreadQuery part) {
        return viewing.projection().deskThread(viewing.thread(ref, part));
    }

    @Override
    public Page<Ticket> search(TicketQuery query) {
        Viewing.Found found = viewing.search(query);
        Projection projection = viewing.projection();
        LinkDetails links = projection.links(found.page().items());
        return found.page().map(state -> projection.desk(state, found.opening(state), links));
    }

    @Override
    public List<TicketEvent> history(TicketRef ref, long afterVersion) {
        return viewing.history(ref, afterVersion);
    }

    @Override
    public FeedPage changes(long position, int limit) {
        return viewing.changes(position, limit);
    }

    @Override
    public Counts counts() {
        return viewing.counts();
    }

    @Override
    public List<Department> departments() {
        return viewing.departments();
    }

    @Override
    public Download download(TicketRef ref, AttachmentId attachment) {
        return viewing.download(ref, attachment);
    }

    @Override
    public PortalReads asPortal() {
        return new PortalView(viewing.asPortal());
    }
}
