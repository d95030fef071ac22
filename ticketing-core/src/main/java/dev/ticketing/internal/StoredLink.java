package dev.ticketing.internal;

import dev.ticketing.LinkRef;
import dev.ticketing.spi.Text;
import dev.ticketing.spi.TicketField;
import dev.ticketing.spi.TicketState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A link as a ticket keeps it. A name may be personal, so the links are a text with revisions, never part of an event.
 *
 * @param ref what it points at
 * @param name the name that the object had, empty if it had none; one line without tabs
 */
record StoredLink(LinkRef ref, String name) {

    static List<StoredLink> of(TicketState ticket) {
        return ticket.find(TicketField.LINKS)
                .map(Text::value)
                .map(StoredLink::parse)
                .orElse(List.of());
    }

    static Optional<String> lines(List<StoredLink> links) {
        if (links.isEmpty()) return Optional.empty();
        return Optional.of(links.stream()
                .map(link -> link.ref.type() + "\t" + link.ref.id() + "\t" + link.name)
                .collect(Collectors.joining("\n")));
    }

    private static List<StoredLink> parse(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", -1))
                .map(part -> new StoredLink(new LinkRef(part[0], part[1]), part[2]))
                .toList();
    }
}
