package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Condition;
import dev.ticketing.TicketEvent;
import dev.ticketing.TicketEvent.FieldChange;
import dev.ticketing.error.ConflictException;
import dev.ticketing.spi.Access;
import dev.ticketing.spi.Reads;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.stream.Stream;

/** Checks what must hold for a command; a requester's conditions compare what a requester reads. */
final class Conditions {

    private static final int TOLD = 100;

    private Conditions() {}

    static void check(Access access, List<Condition> conditions, TicketState ticket, Reads reads) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.SeenUpTo seen) checkSeen(access, ticket, seen.seq());
            else if (condition instanceof Condition.VersionIs is) checkVersion(access, ticket, is.version(), reads);
            else if (condition instanceof Condition.PortalVersionIs is)
                checkVersion(access.asPortal(), ticket, is.version(), reads);
        }
    }

    private static void checkSeen(Access access, TicketState ticket, long seen) {
        long last = ticket.number(access.audience() == Audience.PORTAL ? TicketField.PORTAL_SEQ : TicketField.SEQ);
        if (last > seen) throw ConflictException.unseen(ticket.id().value(), seen, last);
    }

    private static void checkVersion(Access access, TicketState ticket, long expected, Reads reads) {
        boolean portal = access.audience() == Audience.PORTAL;
        long actual = ticket.number(portal ? TicketField.PORTAL_VERSION : TicketField.VERSION);
        if (actual == expected) return;
        List<TicketEvent> since = expected < 0
                ? List.of()
                : reads.history(access, ticket.id(), expected, TOLD).orElse(List.of());
        List<String> changed =
                since.stream().flatMap(event -> told(event, access)).distinct().toList();
        throw ConflictException.stale(ticket.id().value(), expected, actual, changed);
    }

    private static Stream<String> told(TicketEvent event, Access access) {
        Stream<String> fields = event.changes().stream()
                .map(FieldChange::field)
                .filter(field -> access.audience() == Audience.DESK || isPublic(field));
        return event.entry().isPresent() ? Stream.concat(Stream.of("entries"), fields) : fields;
    }

    private static boolean isPublic(String field) {
        return TicketField.named(field)
                .filter(known -> known.audience() == Audience.PORTAL)
                .isPresent();
    }
}
