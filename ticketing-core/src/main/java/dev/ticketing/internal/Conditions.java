package dev.ticketing.internal;

import dev.ticketing.Audience;
import dev.ticketing.Command;
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

    static void check(
            Access access, List<Condition> conditions, List<Command> commands, TicketState ticket, Reads reads) {
        for (Condition condition : conditions) {
            if (condition instanceof Condition.SeenUpTo seen) checkSeen(access, ticket, seen.seq());
            else if (condition instanceof Condition.VersionIs is) checkVersion(access, ticket, is.version(), reads);
            else if (condition instanceof Condition.PortalVersionIs is)
                checkVersion(access.asPortal(), ticket, is.version(), reads);
            else if (condition instanceof Condition.BasedOn on)
                checkBase(access, commands, ticket, on.version(), reads);
        }
    }

    private static void checkSeen(Access access, TicketState ticket, long seen) {
        long last = ticket.number(access.audience() == Audience.PORTAL ? TicketField.PORTAL_SEQ : TicketField.SEQ);
        if (last > seen) throw ConflictException.unseen(ticket.id().value(), seen, last);
    }

    private static void checkVersion(Access access, TicketState ticket, long expected, Reads reads) {
        long actual = version(access, ticket);
        if (actual == expected) return;
        List<String> changed = since(access, ticket, expected, reads).stream()
                .flatMap(event -> told(event, access))
                .distinct()
                .toList();
        throw ConflictException.stale(ticket.id().value(), expected, actual, changed);
    }

    /** Only what the commands touch is in their way. */
    private static void checkBase(Access access, List<Command> commands, TicketState ticket, long base, Reads reads) {
        long actual = version(access, ticket);
        if (actual == base) return;
        boolean unknown = base < 1 || base > actual || actual - base > TOLD;
        List<String> minded = since(access, ticket, base, reads).stream()
                .flatMap(event -> changed(event, access))
                .distinct()
                .filter(field -> unknown
                        || commands.stream()
                                .anyMatch(command -> Commands.footprint(command).minds(field)))
                .toList();
        if (unknown || !minded.isEmpty())
            throw ConflictException.stale(ticket.id().value(), base, actual, minded);
    }

    private static long version(Access access, TicketState ticket) {
        return ticket.number(access.audience() == Audience.PORTAL ? TicketField.PORTAL_VERSION : TicketField.VERSION);
    }

    private static List<TicketEvent> since(Access access, TicketState ticket, long version, Reads reads) {
        return version < 0
                ? List.of()
                : reads.history(access, ticket.id(), version, TOLD).orElse(List.of());
    }

    private static Stream<String> changed(TicketEvent event, Access access) {
        Stream<String> fields = told(event, access);
        return event.kind() == TicketEvent.Kind.EDITED ? Stream.concat(Stream.of(Footprint.TEXTS), fields) : fields;
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
