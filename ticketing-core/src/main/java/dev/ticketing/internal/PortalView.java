package dev.ticketing.internal;

import dev.ticketing.AttachmentId;
import dev.ticketing.Counts;
import dev.ticketing.Department;
import dev.ticketing.Download;
import dev.ticketing.Page;
import dev.ticketing.PortalReads;
import dev.ticketing.PortalThread;
import dev.ticketing.PortalTicket;
import dev.ticketing.ThreadQuery;
import dev.ticketing.TicketQuery;
import dev.ticketing.TicketRef;
import dev.ticketing.TicketStamp;
import dev.ticketing.error.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Reads with the eyes of a requester. */
class PortalView implements PortalReads {

    private final Viewing viewing;

    PortalView(Viewing viewing) {
        this.viewing = viewing;
    }

    @Override
    public PortalTicket get(TicketRef ref) {
        return find(ref).orElseThrow(NotFoundException::ticket);
    }

    @Override
    public Optional<PortalTicket> find(TicketRef ref) {
        return viewing.find(ref).map(viewing.projection()::portal);
    }

    @Override
    public TicketStamp stamp(TicketRef ref) {
        return viewing.stamp(ref);
    }

    @Override
    public PortalThread thread(TicketRef ref, ThreadQuery part) {
        return viewing.projection().portalThread(viewing.thread(ref, part));
    }

    @Override
    public Page<PortalTicket> search(TicketQuery query) {
        Viewing.Found found = viewing.search(query);
        Projection projection = viewing.projection();
        LinkDetails links = projection.links(found.page().items());
        return found.page().map(state -> projection.portal(state, found.opening(state), links));
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
}
